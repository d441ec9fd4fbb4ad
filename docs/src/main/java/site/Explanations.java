package site;

import ground.Repository;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import proofs.Origins;
import proofs.Origins.Section;

/** Where the text explains a part of a diff: where a reader types it, or where it speaks of the tests. */
final class Explanations {
    private static final Pattern TEST = Pattern.compile("void (\\w+)\\(");

    private final Repository repository;
    private final Origins origins;

    Explanations(Repository repository) {
        this.repository = repository;
        this.origins = new Origins(repository);
    }

    /** For each part of a file a sentence that leads there; empty if the text does not say. */
    List<String> of(Comparison comparison, Comparison.FileDiff file) {
        return sections(comparison, file).stream().map(Explanations::html).toList();
    }

    private static String html(List<Section> sections) {
        StringBuilder html = new StringBuilder("<p class=\"why\">Explained in ");
        String chapter = "";
        for (Section section : sections) {
            boolean isNext = section.chapter().equals(chapter);
            html.append(isNext ? ", " : (chapter.isEmpty() ? "" : "; ") + "chapter " + section.chapter() + ": ");
            html.append("<a href=\"")
                    .append(section.page())
                    .append(".html#")
                    .append(section.anchor())
                    .append("\">");
            html.append(Entities.escape(section.title())).append("</a>");
            chapter = section.chapter();
        }
        return sections.isEmpty() ? "" : html.append("</p>\n").toString();
    }

    private List<List<Section>> sections(Comparison comparison, Comparison.FileDiff file) {
        if (file.path().startsWith("src/test/")) {
            return file.hunks().stream()
                    .map(hunk -> origins.tests(comparison.from(), comparison.to(), names(comparison, file, hunk)))
                    .map(section -> section.stream().toList())
                    .toList();
        }
        Origins.History history = origins.history(comparison.from(), comparison.to(), file.name());
        return file.hunks().stream().map(hunk -> typed(history, hunk)).toList();
    }

    /** The tests that come, their class, and if it is none, but used by them, the classes that use it. */
    private List<String> names(Comparison comparison, Comparison.FileDiff file, Hunk hunk) {
        String name = file.name().replace(".java", "");
        String folder = comparison.to() + "/" + file.path().replaceFirst("[^/]*$", "");
        Stream<String> users = repository.names(folder, "Test.java").stream()
                .filter(user -> repository.read(folder + user + "Test.java").contains(name + "("))
                .map(user -> user + "Test");
        Stream<String> tests =
                hunk.added().flatMap(line -> TEST.matcher(line).results().map(found -> found.group(1)));
        return Stream.of(tests, Stream.of(name), users).flatMap(names -> names).toList();
    }

    /** The sections that have a reader type these lines, as one reads; braces and blanks say nothing. */
    private static List<Section> typed(Origins.History history, Hunk hunk) {
        Set<Section> found = new HashSet<>();
        int before = hunk.before();
        int after = hunk.after();
        for (Hunk.Row row : hunk.rows()) {
            if (row.isChange() && isCode(row.after()) && after < history.added().size()) {
                found.add(history.added().get(after));
            }
            if (row.isChange() && isCode(row.before())) {
                found.add(history.removed().get(before));
            }
            before += row.before() == null ? 0 : 1;
            after += row.after() == null ? 0 : 1;
        }
        return history.sections().stream().filter(found::contains).toList();
    }

    private static boolean isCode(String line) {
        return line != null && line.chars().anyMatch(Character::isLetter);
    }
}
