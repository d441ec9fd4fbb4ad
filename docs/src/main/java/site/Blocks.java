package site;

import ground.Repository;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * The blocks of a page: each gets a permalink, and a bar that says where it belongs.
 *
 * @param source where the files are that blocks quote
 */
record Blocks(Repository repository, String source) {
    /** The attribute in which a block brings what is written behind its fence. */
    static final String INFO = "data-info";

    private static final Pattern SAID = Pattern.compile("(?:^| )(file|old|new|only)=(\\S+)");
    private static final Pattern EDIT = Pattern.compile("<strong><code>[\\w.]+</code></strong>(,| and )");
    private static final String TERMINAL = "Terminal";
    private static final Map<String, String> LANGUAGES = Map.of("java", "Java", "html", "HTML", "xml", "XML");

    void apply(Element body) {
        body.select("p").forEach(Blocks::edit);
        Element heading = null;
        int number = 0;
        Terminals terminals = new Terminals(body.select("pre").eachAttr(INFO));
        for (Element element : body.select("h1, h2, h3, h4, pre")) {
            if (element.nameIs("pre")) {
                String id = (heading == null ? "top" : heading.id()) + "--" + ++number;
                block(element, id, terminals);
            } else {
                heading = element;
                number = 0;
            }
        }
    }

    /** A paragraph that says what is typed, and where, and is above its block, or alone. */
    private static void edit(Element paragraph) {
        if (EDIT.matcher(paragraph.html()).lookingAt()) {
            paragraph.addClass("edit");
        }
    }

    private void block(Element pre, String id, Terminals terminals) {
        Element figure = new Element("figure").addClass("block").id(id);
        Element code = pre.child(0);
        Element above = pre.previousElementSibling();
        String bar;
        if (above != null && above.hasClass("edit") && above.text().endsWith(":")) {
            bar = above.html().replaceFirst(":$", "");
            above.remove();
        } else {
            bar = bar(pre.attr(INFO), terminals);
        }
        figure.appendElement("figcaption").html(bar);
        figure.appendElement("a").addClass("anchor").attr("href", "#" + id).attr("aria-label", "Link to this block");
        pre.replaceWith(figure);
        pre.removeAttr(INFO).appendTo(figure);
        if (code.hasClass("language-console")) {
            code.html(code.wholeText().lines().map(Blocks::line).collect(Collectors.joining("\n", "", "\n")));
        } else if (code.hasClass("language-java")) {
            dedent(code);
        }
    }

    /** What is above a block that has no caption: the files that it quotes, or where it is seen. */
    private String bar(String info, Terminals terminals) {
        Map<String, String> said = SAID.matcher(info)
                .results()
                .collect(Collectors.toMap(result -> result.group(1), (MatchResult result) -> result.group(2)));
        if (said.containsKey("file")) {
            String path = said.get("file");
            String words = "<code>" + path + "</code>";
            // An exercise's start or solution is not there; it is made from edits.
            return repository.isFile(path) ? "<a href=\"" + source + "/" + path + "\">" + words + "</a>" : words;
        } else if (said.containsKey("old")) {
            String only = said.containsKey("only") ? "<strong><code>" + said.get("only") + "</code></strong>, " : "";
            String page = DiffPages.pageName(said.get("old"), said.get("new"));
            return only + "<a href=\"" + page + "\"><code>" + said.get("old") + "</code> \u2192 <code>"
                    + said.get("new") + "</code></a>";
        } else if (info.contains(" session=")) {
            return terminals.next(info);
        }
        return LANGUAGES.getOrDefault(info.replaceFirst(" .*", ""), TERMINAL);
    }

    /** Numbers the terminals of a session. The first is busy with the program that it starts. */
    private static final class Terminals {
        private final List<String> infos;
        private String session = "";
        private int number;

        Terminals(List<String> infos) {
            this.infos = infos;
        }

        String next(String info) {
            String name = info.replaceFirst(".* (session=\\S+).*", "$1");
            number = !name.equals(session) ? 1 : info.contains(" beside") ? number + 1 : 2;
            session = name;
            boolean isAlone = infos.stream()
                            .filter(any -> (any + " ").contains(" " + name + " "))
                            .count()
                    == 1;
            return isAlone ? TERMINAL : TERMINAL + " " + number;
        }
    }

    /** A line of a terminal. What is typed is marked, so that it can be seen and copied. */
    private static String line(String line) {
        boolean isTyped = line.startsWith("$ ");
        String text = Entities.escape(isTyped ? line.substring(2) : line);
        return isTyped ? "<span class=\"prompt\">$ </span><kbd>" + text + "</kbd>" : text;
    }

    /** A narrow window has no room for the indentation of an excerpt; a copy of it has. */
    private static void dedent(Element code) {
        String text = code.wholeText().stripTrailing();
        String stripped = text.stripIndent();
        int indent = text.lines().findFirst().orElse("").length()
                - stripped.lines().findFirst().orElse("").length();
        code.text(stripped + "\n");
        if (indent > 0) {
            code.attr("data-indent", String.valueOf(indent));
        }
    }
}
