package proofs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows, cut where its reader did something: a command after a {@code $}, or a
 * Ctrl-C. Each part is that line, and then what was printed.
 */
record Exchange(String head, List<String> output) {
    static final String CTRL_C = "^C";

    static List<Exchange> parts(List<String> lines) {
        List<Exchange> parts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ") || line.equals(CTRL_C) || parts.isEmpty()) {
                parts.add(new Exchange(line, new ArrayList<>()));
            } else {
                parts.get(parts.size() - 1).output().add(line);
            }
        }
        return parts;
    }

    /** The command of this part, without the prompt. */
    String command() {
        return head.substring(2);
    }
}
