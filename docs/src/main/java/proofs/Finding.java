package proofs;

import java.util.List;
import java.util.function.Supplier;

/** A block that is not true (any more), what to tell the writer, and what it should say. */
record Finding(Block block, String message, Supplier<List<String>> truth) {
    static final String RENEW = "mvn -q -pl docs compile exec:java";

    /** @param subject what the block should have said, as in "this block is not SUBJECT" */
    static Finding stale(Block block, String subject, List<String> truth) {
        return stale(block, subject, difference(block.text(), truth, block.line()), () -> truth);
    }

    static Finding stale(Block block, String subject, String detail, Supplier<List<String>> truth) {
        String message = block.place() + ": this block is not " + subject + "; run `" + RENEW
                + "` to rewrite it, or mend what it shows." + detail;
        return new Finding(block, message, truth);
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
