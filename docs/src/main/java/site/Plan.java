package site;

import ground.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import proofs.Document;

/**
 * The fifty minutes as the guide for the class plans them: a table, each row of which links to a section
 * of that page, or to a question of the exam. What cannot be read is a {@link Problem} that names the line.
 */
final class Plan {
    static final String FILE = "docs/teaching.md";
    private static final String TABLE = "Fifty minutes";
    private static final int MINUTES = 50;
    private static final int COLUMNS = 4;
    private static final Pattern TIMES = Pattern.compile("(\\d+)\u2013(\\d+)");

    /**
     * A row of the table.
     *
     * @param waiting how long the class waits meanwhile; may be empty
     * @param section where the page says how
     */
    record Part(String place, String minutes, String title, int commands, String waiting, Heading section) {
        boolean isQuestion() {
            return Document.text(section).startsWith("Question ");
        }
    }

    private final Document page;
    private final Map<String, Heading> sections = new HashMap<>();

    Plan(Document page) {
        this.page = page;
        IdGenerator ids = IdGenerator.builder().build();
        page.nodes(Heading.class)
                .forEach(heading -> sections.put("#" + ids.generateId(Document.text(heading)), heading));
    }

    List<Part> parts() {
        Heading heading = page.nodes(Heading.class).stream()
                .filter(node -> Document.text(node).equals(TABLE))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(FILE + ":1: there is no heading \"" + TABLE + "\"; put one above its plan"));
        Node node = heading.getNext();
        while (node != null && !(node instanceof TableBlock) && !(node instanceof Heading)) {
            node = node.getNext();
        }
        if (!(node instanceof TableBlock)) {
            throw new Problem(page.place(heading) + ": no table follows; write the plan as one");
        }
        List<Part> parts = new ArrayList<>();
        int minute = 0;
        for (TableRow row : Document.below(node, TableRow.class)) {
            List<TableCell> cells = Document.below(row, TableCell.class);
            if (!cells.get(0).isHeader()) {
                Part part = part(row, cells);
                minute = checked(part, minute);
                parts.add(part);
            }
        }
        if (minute != MINUTES) {
            throw new Problem(page.place(heading) + ": this plan ends after " + minute + " minutes; it has " + MINUTES);
        }
        return parts;
    }

    private Part part(TableRow row, List<TableCell> cells) {
        String place = page.place(row);
        if (cells.size() != COLUMNS) {
            throw new Problem(place + ": a row of the plan has " + COLUMNS
                    + " cells: minutes, what, the number of commands, and the time of waiting");
        }
        Heading section = Document.below(cells.get(1), Link.class).stream()
                .map(link -> sections.get(link.getDestination()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Problem(place + ": this row links to no heading of the page; link its first"
                        + " words to the section that says what to do"));
        List<String> words = cells.stream().map(Document::text).toList();
        String commands = words.get(2).isEmpty() ? "0" : words.get(2);
        if (!commands.matches("\\d+")) {
            throw new Problem(place + ": \"" + commands + "\" is not a number of commands; count them");
        }
        return new Part(place, words.get(0), words.get(1), Integer.parseInt(commands), words.get(3), section);
    }

    /** Where the part ends. */
    private static int checked(Part part, int start) {
        Matcher times = TIMES.matcher(part.minutes);
        if (!times.matches() || Integer.parseInt(times.group(1)) != start) {
            throw new Problem(part.place + ": this row begins at minute " + start + ", where the one above ends;"
                    + " write the minutes as in 4\u201310");
        }
        return Integer.parseInt(times.group(2));
    }
}
