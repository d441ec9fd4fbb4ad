package proofs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a block shows. A block is of the kind that has its language and one of its attributes for a
 * mark; no other kind may have both.
 */
enum Kind {
    SOURCE("diff html java text xml", "file", """
            file=FILE       the file that the block quotes, or a part of it
            from="WORDS"    the part begins at the only line that holds these words, and ends with
                            what begins there
            to="WORDS"      the part ends at the next line that holds these words
            at=PAGE/HEADING of the copy as it is typed at that heading, or at PAGE/HEADING/end"""),
    COPY("sh", "copy", """
            copy            makes a fresh copy of a stage, or goes on with one"""),
    TYPED("java", "", """
            (no attribute)  typed; the caption above it says where"""),
    SAME("console", "same", """
            same            the copy has become a stage"""),
    DIFF("diff", "old", """
            old=STAGE       the block shows the whole diff from this stage
            new=STAGE       to this one
            only=NAME       or that of this file; other blocks show the others"""),
    COMPILER("console", "javac", """
            javac           what javac says of the copy as it is typed so far
            jdk=17          only for this JDK; 21+ for this one and all that came later"""),
    SESSION("console", "session", """
            session=NAME    the same name for all terminals of a session; the first starts a program:
            run=STAGE       of this stage, or of docs/alternatives (run=alternatives), or of
                            docs/exercises/NN-name/solution; without it, of the copy as it is
                            typed so far
            main=CLASS      the program's class, if it is not Main; of the copy, any class
            beside          does not wait until the terminals before have come to their end
            ctrl-c-after=N  stops the program when N terminals have begun, not when all have ended
            order=any       the lines between two commands may come in any order
            seconds=5-6.5   seconds may vary within these bounds
            varies="REGEX"  what matches may vary
            jdk=17          only for this JDK; 21+ for this one and all that came later"""),
    COMMAND("sh", "run listed", """
            run             the commands are run, in a copy of the repository
            listed          they are not, but what they start or compare is there
            listed="WHY"    they are not run, nor is anything looked up, for this reason"""),
    TOUR("text", "tour", """
            tour=STAGE      what the tour drew of this stage when it was recorded"""),
    /** The tests of the exercises hold it against the truth. */
    EXERCISE("console", "exercise", """
            exercise        what a learner sees""");

    private final Set<String> languages;
    private final Set<String> marks;
    private final String attributes;

    /** @param attributes what they mean, each in a line of its own that begins with it */
    Kind(String languages, String marks, String attributes) {
        this.languages = Set.of(languages.split(" "));
        this.marks = Set.of(marks.split(" "));
        this.attributes = attributes;
    }

    /** @throws Finding if no kind, or none alone, fits the block, or an attribute is not the kind's */
    static Kind of(Block block) {
        List<Kind> fitting =
                Arrays.stream(values()).filter(kind -> kind.fits(block)).toList();
        if (fitting.size() != 1) {
            throw block.wrong(
                    (fitting.isEmpty() ? "this block does not say what it shows" : "this block is of several kinds")
                            + "; its language and an attribute must be those of one of these:\n" + describe());
        }
        Kind kind = fitting.get(0);
        Set<String> unknown = new TreeSet<>(block.attributes().keySet());
        unknown.removeIf(attribute -> kind.attributes.matches("(?s)(.*\n)?" + attribute + "[ =].*"));
        if (!unknown.isEmpty()) {
            throw block.wrong("such a block has no attribute " + String.join(", ", unknown) + "; it may have\n"
                    + kind.attributes);
        }
        return kind;
    }

    private boolean fits(Block block) {
        boolean hasMark =
                this == TYPED ? block.attributes().isEmpty() : marks.stream().anyMatch(block::has);
        return languages.contains(block.language()) && hasMark;
    }

    private static String describe() {
        return Arrays.stream(values())
                .map(kind -> String.join(" or ", new TreeSet<>(kind.languages)) + "\n" + kind.attributes.indent(2))
                .collect(Collectors.joining());
    }
}
