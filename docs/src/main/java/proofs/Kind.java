package proofs;

import java.util.Locale;
import java.util.Set;

/** What a block shows, and the attributes that may say so. */
enum Kind {
    TOUR("tour"),
    DIFF("from", "to", "file"),
    SOURCE("file", "from", "to"),
    COMPILER("javac", "jdk"),
    SESSION("session", "run", "step", "main", "beside", "ctrl-c-after", "order", "seconds", "varies", "jdk"),
    COMMAND("run", "listed"),
    /** What a learner sees; the tests of the exercises hold it against the truth. */
    EXERCISE("exercise");

    private final Set<String> attributes;

    Kind(String... attributes) {
        this.attributes = Set.of(attributes);
    }

    static Kind of(Block block) {
        Kind kind = guess(block);
        for (String attribute : block.attributes().keySet()) {
            if (!kind.attributes.contains(attribute)) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                throw block.refuse(
                        "a " + name + " block has no attribute " + attribute + "; it may have " + kind.attributes);
            }
        }
        return kind;
    }

    private static Kind guess(Block block) {
        if (block.has("tour")) {
            return TOUR;
        } else if (block.language().equals("diff") && block.has("from") && block.has("to")) {
            return DIFF;
        } else if (block.has("file")) {
            return SOURCE;
        } else if (block.has("javac")) {
            return COMPILER;
        } else if (block.has("session")) {
            return SESSION;
        } else if (block.has("exercise")) {
            return EXERCISE;
        } else if (block.has("run") || block.has("listed")) {
            return COMMAND;
        }
        throw block.refuse("this block does not say what it shows; add file=, javac=, session=,"
                + " from= and to= (diff), run or listed (sh), exercise, or tour= (text)");
    }
}
