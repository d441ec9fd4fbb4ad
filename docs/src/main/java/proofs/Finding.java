package proofs;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something in the text that is not true (any more): where it is, and what its writer can do. It is
 * collected with others, or thrown by what cannot go on after it.
 */
public final class Finding extends RuntimeException {
    static final String RENEW = "mvn -q -pl docs compile exec:java";
    private static final long serialVersionUID = 1;

    private final transient Block block;
    private final transient Supplier<List<String>> truth;

    /** For something that only the writer can fix. */
    public Finding(String place, String message) {
        this(place, message, null, null);
    }

    private Finding(String place, String message, Block block, Supplier<List<String>> truth) {
        super(place + ": " + message);
        this.block = block;
        this.truth = truth;
    }

    /** @param subject what the block should have said, as in "this block is not SUBJECT" */
    static Finding stale(Block block, String subject, String detail, Supplier<List<String>> truth) {
        String message =
                "this block is not " + subject + "; run `" + RENEW + "` to rewrite it, or fix what it shows." + detail;
        return new Finding(block.place(), message, block, truth);
    }

    /** Whether it is known what the block should say. */
    boolean isRenewable() {
        return truth != null;
    }

    Block block() {
        return block;
    }

    /** What the block should say. */
    List<String> truth() {
        return truth.get();
    }

    /**
     * The first line that differs.
     *
     * @param offset the number of the line before the first one shown
     */
    static String difference(List<String> shown, List<String> real, int offset) {
        int i = 0;
        while (i < shown.size() && i < real.size() && shown.get(i).equals(real.get(i))) {
            i++;
        }
        return "\n  the text says, line " + (offset + 1 + i) + ": " + line(shown, i) + "\n  the truth is: "
                + line(real, i);
    }

    private static String line(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "(nothing more)";
    }
}
