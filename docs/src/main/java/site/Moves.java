package site;

import ground.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import proofs.Document;

/**
 * What to do in a part of the {@link Plan}, as its section says in bold: ask, run, project or see; up to
 * its misconceptions. What cannot be read is a {@link Problem} that names the line.
 */
final class Moves {
    private static final String END = "Misconceptions:";

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
     * Something to do.
     *
     * @param words what the page says of it, in paragraphs
     * @param commands what to type
     */
    record Move(String place, Verb verb, List<Paragraph> words, List<String> commands) {}

    private final Document page;
    private final Map<String, String> abbreviations = new HashMap<>();

    Moves(Document page) {
        this.page = page;
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

    /** What to do in a part that is no question. */
    List<Move> of(Plan.Part part) {
        List<Move> moves = new ArrayList<>();
        for (Node node : nodes(part)) {
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
        if (commands != part.commands()) {
            throw new Problem(part.place() + ": this row counts " + part.commands() + " commands, and its section has "
                    + commands + "; correct one of them");
        }
        return moves;
    }

    /** What belongs to a part, without its heading and its misconceptions. */
    static List<Node> nodes(Plan.Part part) {
        List<Node> nodes = new ArrayList<>();
        Node node = part.section().getNext();
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
