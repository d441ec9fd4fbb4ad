package site;

import ground.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import proofs.Document;

/**
 * The fifty minutes as the guide for the class plans them. Each row of the table links to a section of
 * that page, which says in bold what to do: ask, run, project or see; or to a question of the exam. What
 * cannot be read is a {@link Problem} that names the line.
 */
final class Plan {
    static final String FILE = "docs/teaching.md";
    private static final String TABLE = "Fifty minutes";
    private static final String END = "Misconceptions:";
    private static final int MINUTES = 50;
    private static final Pattern TIMES = Pattern.compile("(\\d+)\u2013(\\d+)");

    /** A sentence or more, and the words that another begins with. */
    private static final Pattern BEGUN = Pattern.compile("(.*[.?!][\")]* )(\\w[^.?!]*)");

    /** What a teacher does. */
    enum Verb {
        ASK,
        RUN,
        PROJECT,
        SEE
    }

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

    /**
     * Something to do.
     *
     * @param words what the page says of it, in paragraphs
     * @param commands what to type
     */
    record Move(String place, Verb verb, List<Paragraph> words, List<String> commands) {}

    private final Document page;
    private final Map<String, Heading> sections = new HashMap<>();
    private final Map<String, String> abbreviations = new HashMap<>();

    /** @param guide what the page says */
    Plan(String guide) {
        page = Document.parse(FILE, guide);
        IdGenerator ids = IdGenerator.builder().build();
        page.nodes(Heading.class)
                .forEach(heading -> sections.put("#" + ids.generateId(Document.text(heading)), heading));
        page.nodes(Emphasis.class).forEach(this::define);
    }

    /** As in: *both* means `(ask /sleep & sleep 1; ask /; wait)`. */
    private void define(Emphasis word) {
        String between = "";
        Node node = word.getNext();
        while (node instanceof Text || node instanceof SoftLineBreak) {
            between += node instanceof Text text ? text.getLiteral() : "";
            node = node.getNext();
        }
        if (between.strip().equals("means") && node instanceof Code command) {
            abbreviations.put(Document.text(word), command.getLiteral());
        }
    }

    List<Part> parts() {
        Heading heading = page.nodes(Heading.class).stream()
                .filter(node -> Document.text(node).equals(TABLE))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(FILE + ":1: there is no heading \"" + TABLE + "\"; put one above its plan"));
        Node node = heading;
        while (node != null && !(node instanceof TableBlock)) {
            node = node.getNext();
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

    /** What to do in a part that is no question. */
    List<Move> moves(Part part) {
        List<Move> moves = new ArrayList<>();
        List<Node> nodes = nodes(part);
        for (Node node : nodes) {
            if (node instanceof Paragraph paragraph) {
                read(paragraph, moves);
            } else if (node instanceof FencedCodeBlock fence) {
                Move move = last(moves, node);
                List<String> lines = fence.getLiteral().lines().toList();
                // First the server, then what the words around it have the client type.
                move.commands.addAll(move.verb == Verb.RUN ? 0 : move.commands.size(), lines);
            } else {
                throw new Problem(page.place(node) + ": above \"" + END + "\" the slides can read paragraphs and"
                        + " commands; put anything else below");
            }
        }
        long commands = moves.stream().mapToLong(move -> move.commands.size()).sum();
        if (commands != part.commands) {
            throw new Problem(part.place + ": this row counts " + part.commands + " commands, and its section has "
                    + commands + "; correct one of them");
        }
        return moves;
    }

    /** What belongs to a part, without its heading and its misconceptions. */
    List<Node> nodes(Part part) {
        List<Node> nodes = new ArrayList<>();
        Node node = part.section.getNext();
        while (node != null
                && !(node instanceof Heading)
                && !Document.text(node).equals(END)) {
            nodes.add(node);
            node = node.getNext();
        }
        return nodes;
    }

    private void read(Paragraph paragraph, List<Move> moves) {
        String place = page.place(paragraph);
        Paragraph words = new Paragraph();
        Move move = null;
        Node next;
        for (Node node = paragraph.getFirstChild(); node != null; node = next) {
            next = node.getNext();
            if (node instanceof StrongEmphasis) {
                words = move == null ? words : beginning(words);
                move = new Move(place, verb(place, Document.text(node)), new ArrayList<>(), new ArrayList<>());
                move.words.add(words);
                moves.add(move);
            } else if (move != null && move.verb == Verb.RUN) {
                move.commands.addAll(commands(node));
            }
            words.appendChild(node);
        }
        if (move == null) {
            last(moves, paragraph).words.add(words);
        }
    }

    /** The command that a word of a sentence is, or is short for. */
    private List<String> commands(Node node) {
        if (node instanceof Code command) {
            return List.of(command.getLiteral());
        }
        String name = node instanceof Emphasis word ? Document.text(word) : "";
        return abbreviations.containsKey(name) ? List.of(abbreviations.get(name)) : List.of();
    }

    /** A new paragraph, with the words of the sentence that the old one ends with, as in: Then **run** it. */
    private static Paragraph beginning(Paragraph old) {
        Paragraph words = new Paragraph();
        if (old.getLastChild() instanceof Text text) {
            Matcher begun = BEGUN.matcher(text.getLiteral());
            if (begun.matches()) {
                words.appendChild(new Text(begun.group(2)));
                text.setLiteral(begun.group(1));
            }
        }
        return words;
    }

    private static Verb verb(String place, String word) {
        try {
            return Verb.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(place + ": the slides do not know what to do at **" + word + "**; bold words are Ask,"
                    + " Run, Project and See");
        }
    }

    private Move last(List<Move> moves, Node node) {
        if (moves.isEmpty()) {
            throw new Problem(page.place(node) + ": the slides do not know what to do here; begin with **Ask**,"
                    + " **Run**, **Project** or **See**");
        }
        return moves.get(moves.size() - 1);
    }
}
