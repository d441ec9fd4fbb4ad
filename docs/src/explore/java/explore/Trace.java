package explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What Lincheck reports of an interleaving: a headline, and a table with a column for each thread,
 * which is several hundred characters wide.
 */
record Trace(List<String> report) {
    private static final int INDENT = 2;
    private static final int MAX_DEPTH = 3;

    /** Whether the brief form holds these words, each in a line of its own, in this order. */
    boolean holds(List<String> signs) {
        int found = 0;
        for (String line : brief()) {
            if (found < signs.size() && line.contains(signs.get(found))) {
                found++;
            }
        }
        return found == signs.size();
    }

    /** The table without its depths: a line for each row, and before it the thread's name. */
    List<String> brief() {
        List<String> brief = new ArrayList<>();
        List<String> threads = List.of();
        for (String line : fromHeadline()) {
            if (line.startsWith("Detailed trace")) {
                break;
            } else if (!line.startsWith("|")) {
                brief.add(line);
            } else if (threads.isEmpty() && !line.startsWith("| ---")) {
                threads = cells(line).stream().map(String::strip).toList();
            } else if (!line.startsWith("| ---")) {
                List<String> cells = cells(line);
                for (int i = 0; i < cells.size(); i++) {
                    String cell = cells.get(i).stripTrailing();
                    if (isOfInterest(cell)) {
                        brief.add(String.format(Locale.ROOT, "%-13s%s", threads.get(i), cell));
                    }
                }
            }
        }
        return brief;
    }

    private List<String> fromHeadline() {
        return report.stream().dropWhile(line -> !line.startsWith("= ")).toList();
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| "));
    }

    private static boolean isOfInterest(String cell) {
        String call = cell.strip();
        int depth = (cell.length() - call.length()) / INDENT;
        boolean isLoop = call.startsWith("loop(") || call.startsWith("<iteration");
        return !call.isEmpty() && !isLoop && depth <= MAX_DEPTH;
    }
}
