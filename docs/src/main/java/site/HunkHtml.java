package site;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * A hunk as HTML. Each line is an element: {@code del} and {@code ins}; {@code span} for the context,
 * and {@code i} for its twin in the second column. The style makes two columns of it or one, and
 * numbers the lines. Changed words are in {@code b}.
 */
final class HunkHtml {
    // Letters that no source holds: what a reader sees is escaped after the words are marked.
    private static final String OPEN = "\ue000";
    private static final String CLOSE = "\ue001";

    private static final DiffRowGenerator WORDS = DiffRowGenerator.create()
            .showInlineDiffs(true)
            .inlineDiffBySplitter(line -> new ArrayList<>(List.of(line.split("(?<=\\W)|(?=\\W)"))))
            .lineNormalizer(line -> line)
            .oldTag(isStart -> isStart ? OPEN : CLOSE)
            .newTag(isStart -> isStart ? OPEN : CLOSE)
            .build();

    private HunkHtml() {}

    /** @param label what it is, for those who cannot see it */
    static String of(Hunk hunk, String label) {
        StringBuilder html = new StringBuilder();
        boolean isNew = Hunk.olds(hunk.rows().stream()).findAny().isEmpty();
        html.append("<pre class=\"hunk").append(isNew ? " whole" : "").append("\" tabindex=\"0\" role=\"group\"");
        html.append(" aria-label=\"").append(label).append("\" style=\"--o:").append(hunk.before());
        html.append(";--n:").append(hunk.after()).append("\">");
        boolean wasChange = false;
        for (Hunk.Row row : hunk.rows()) {
            if (row.isChange() != wasChange) {
                html.append(wasChange ? "</span>" : "<span class=\"g\">");
                wasChange = row.isChange();
            }
            html.append(row.isChange() ? change(row) : context(row.after(), isNew));
        }
        return html.append(wasChange ? "</span></pre>\n" : "</pre>\n").toString();
    }

    private static String context(String line, boolean isNew) {
        String text = escape(line);
        return "<span>" + text + "\n</span>" + (isNew ? "" : "<i aria-hidden=\"true\">" + text + "</i>");
    }

    private static String change(Hunk.Row row) {
        String before = row.before();
        String after = row.after();
        if (before != null && after != null && !before.strip().equals(after.strip())) {
            DiffRow words = WORDS.generateDiffRows(List.of(before.strip()), List.of(after.strip()))
                    .get(0);
            before = indent(before) + words.getOldLine();
            after = indent(after) + words.getNewLine();
        }
        return line("del", before) + line("ins", after);
    }

    private static String line(String element, String text) {
        return text == null ? "" : "<" + element + ">" + escape(text) + "\n</" + element + ">";
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String escape(String text) {
        // The blanks at the ends of what is marked are not.
        String marked = text.replaceAll(OPEN + "(\\s*)", "$1" + OPEN).replaceAll("(\\s*)" + CLOSE, CLOSE + "$1");
        String html = Entities.escape(marked).replace(OPEN + CLOSE, "");
        return html.replace(OPEN, "<b>").replace(CLOSE, "</b>");
    }
}
