package site;

import ground.Problem;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import proofs.Document;

/**
 * The slides of the fifty minutes, made from the {@link Plan}: the questions in quotation marks, what to
 * type, the diffs, and the sentence that says what to see. All that the plan says besides is in the notes.
 */
final class Slides {
    private static final Pattern QUOTED = Pattern.compile("(?s)&quot;(.+?)&quot;");
    private static final Pattern SENTENCE =
            Pattern.compile("(?s)<p>.*<strong>\\w+</strong>:? ((?:<[^>]+>)*)(.)(.*?\\.)(\\s.*|</p>.*)");
    private static final Pattern DIFF = Pattern.compile("git diff --no-index stage0\\[(\\d)(\\d)]\\*/(src/\\S+)");
    private static final Pattern FILE = Pattern.compile("(?:cat|tail -(\\d+)) (stage\\S+)");
    private static final Pattern KEY = Pattern.compile("\\bpress (Ctrl-.+?)\\s*[.:]");
    private static final Pattern SERVER = Pattern.compile("java -cp \\S+ hello\\.Main.*");

    private final Repository repository;
    private final DiffPages diffs;
    private final Document guide;
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();
    private final List<Sheet> sheets = new ArrayList<>();

    /** @param guide what the guide for the class says */
    Slides(Repository repository, DiffPages diffs, String guide) {
        this.repository = repository;
        this.diffs = diffs;
        this.guide = Document.parse(Plan.FILE, guide);
    }

    Page page() {
        Moves moves = new Moves(guide);
        String rows = repository.stages().stream()
                .map(stage -> "<li>" + stage.substring("stage01-".length()).replace('-', ' ') + "</li>\n")
                .collect(Collectors.joining());
        add("slide", "Fifty minutes", "", body("<p>One server in five stages</p>\n<ol>\n" + rows + "</ol>\n"), "");
        for (Plan.Part part : new Plan(guide).parts()) {
            String time = "<p class=\"time\">Minutes " + part.minutes()
                    + (part.waiting().isEmpty() ? "" : ", of which " + part.waiting() + " waiting") + "</p>\n";
            if (part.isQuestion()) {
                question(part, Moves.nodes(part), time);
            } else {
                moves.of(part).forEach(move -> move(part, move, time));
            }
        }
        String html = "<h1 id=\"slides\">Slides for fifty minutes</h1>\n"
                + "<p>Press <kbd>p</kbd> to show them, and <kbd>n</kbd> for the notes. They are made from"
                + " <a href=\"teaching.html#fifty-minutes\">the guide's plan</a>.</p>\n"
                + "<div class=\"tools\" hidden><button data-project>Project <kbd>p</kbd></button></div>\n";
        String slides = sheets.stream().map(Sheet::html).collect(Collectors.joining());
        String[] extras = {"diff.css", "projector.js"};
        return Page.of("slides.html", "Slides for fifty minutes", Page.Group.CLASS, html + slides, extras);
    }

    private void add(String kind, String title, String place, String body, String notes) {
        String aside = notes.isEmpty() ? "" : "<div class=\"notes\" role=\"note\">\n" + notes + "</div>\n";
        sheets.add(new Sheet("slide-" + (sheets.size() + 1), kind, title, place, body, aside));
    }

    private void question(Plan.Part part, List<Node> nodes, String time) {
        StringBuilder question = new StringBuilder();
        StringBuilder answer = new StringBuilder(time);
        boolean isAnswer = false;
        for (Node node : nodes) {
            if (!(node instanceof Paragraph) && !(node instanceof BulletList)) {
                break; // A program that proves the answer.
            }
            isAnswer |= node.getFirstChild() instanceof Emphasis;
            (isAnswer ? answer : question).append(render(node));
        }
        add("slide ask", Document.text(part.section()), "Ask", body(question.toString()), answer.toString());
    }

    /** With links that lead from this page to the same places as from the guide. */
    private String render(Node node) {
        String html = renderer.render(node).replaceAll("href=\"([\\w-]+)\\.md", "href=\"$1.html");
        return html.replace("href=\"#", "href=\"teaching.html#");
    }

    private static String body(String html) {
        return "<div class=\"body\">\n" + html + "</div>\n";
    }

    private void move(Plan.Part part, Moves.Move move, String time) {
        String title = Document.text(part.section());
        String verb =
                move.verb().name().charAt(0) + move.verb().name().substring(1).toLowerCase(Locale.ROOT);
        String words = move.words().stream().map(this::render).collect(Collectors.joining());
        String notes = time + words + commands(move.commands());
        switch (move.verb()) {
            case ASK -> add("slide ask", title, verb, body(questions(move, words)), notes);
            case RUN -> add("slide run", title, verb, body(terminals(move) + keys(words)), time + words);
            case SEE -> add("slide see", title, verb, body(sentence(move, words)), notes);
            case PROJECT -> project(move, title, notes);
        }
    }

    private static String questions(Moves.Move move, String words) {
        String questions = QUOTED.matcher(words)
                .results()
                .map(quoted -> "<p>" + quoted.group(1) + "</p>\n")
                .collect(Collectors.joining());
        if (questions.isEmpty()) {
            throw new Problem(move.place() + ": a slide shows what is asked; put the question in \"quotation marks\"");
        }
        return questions;
    }

    private static String sentence(Moves.Move move, String words) {
        Matcher sentence = SENTENCE.matcher(words);
        if (!sentence.matches()) {
            throw new Problem(move.place() + ": a slide shows what there is to see; end it with a full stop");
        }
        String first = sentence.group(2).toUpperCase(Locale.ROOT);
        return "<p>" + sentence.group(1) + first + sentence.group(3) + "</p>\n";
    }

    private static String terminals(Moves.Move move) {
        if (move.commands().isEmpty()) {
            throw new Problem(
                    move.place() + ": a slide shows what to type; write the command as `code`, or in a block");
        }
        List<String> server = move.commands().stream().filter(Slides::isServer).toList();
        List<String> client =
                move.commands().stream().filter(command -> !isServer(command)).toList();
        return terminal("The server's terminal", server) + terminal("The client's terminal", client);
    }

    private static String keys(String words) {
        return KEY.matcher(words)
                .results()
                .map(key -> "<p>Then press " + key.group(1) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static boolean isServer(String command) {
        return SERVER.matcher(command).matches();
    }

    private static String terminal(String name, List<String> commands) {
        return commands.isEmpty() ? "" : "<p>" + name + "</p>\n" + commands(commands);
    }

    private static String commands(List<String> commands) {
        String lines = commands.stream().map(Entities::escape).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "<pre tabindex=\"0\"><code class=\"language-sh\">" + lines + "\n</code></pre>\n";
    }

    private void project(Moves.Move move, String title, String notes) {
        if (move.commands().isEmpty()) {
            throw new Problem(move.place() + ": a slide shows what to project; put its command into a block below");
        }
        for (String command : move.commands()) {
            Matcher diff = DIFF.matcher(command);
            Matcher file = FILE.matcher(command);
            if (diff.matches()) {
                projectDiff(diff, notes);
            } else if (file.matches()) {
                projectFile(file, title, notes);
            } else {
                throw new Problem(move.place() + ": the slides cannot project `" + command
                        + "`; write git diff --no-index stage0[12]*/src/main, cat FILE or tail -7 FILE");
            }
        }
    }

    private void projectDiff(MatchResult diff, String notes) {
        String from = repository.stage("0" + diff.group(1));
        String to = repository.stage("0" + diff.group(2));
        diffs.slides(from, to, diff.group(3))
                .forEach(sheet -> add("", sheet.title(), sheet.place(), sheet.body(), notes));
    }

    private void projectFile(MatchResult file, String title, String notes) {
        List<String> lines = repository.lines(file.group(2));
        int count = file.group(1) == null ? lines.size() : Integer.parseInt(file.group(1));
        String code = lines.stream().skip(Math.max(0, lines.size() - count)).collect(Collectors.joining("\n"));
        code = code.replaceFirst("^\\s*\n", "");
        String name = file.group(2).replaceFirst(".*/", "");
        String body = "<pre tabindex=\"0\"><code class=\"language-java\">" + Entities.escape(code.stripIndent())
                + "\n</code></pre>\n";
        add("slide code", "<b>" + name + "</b>", title, body, notes);
    }
}
