package site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds which of the lines that go are like which of those that come, in the order of both. */
final class Pairs {
    private static final double ALIKE = 0.5;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+|(?<=\\W)|(?=\\W)");

    private final List<String> before;
    private final List<String> after;
    private final double[][] likeness;
    private final double[][] best; // from here to the end of both

    private Pairs(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        likeness = new double[before.size()][after.size()];
        best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                likeness[i][j] = likeness(before.get(i), after.get(j));
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (likeness[i][j] > ALIKE) {
                    best[i][j] = Math.max(best[i][j], likeness[i][j] + best[i + 1][j + 1]);
                }
            }
        }
    }

    static List<Hunk.Row> of(List<String> before, List<String> after) {
        return new Pairs(before, after).rows();
    }

    private List<Hunk.Row> rows() {
        List<Hunk.Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (j == after.size() || i < before.size() && best[i][j] == best[i + 1][j]) {
                rows.add(new Hunk.Row(before.get(i++), null));
            } else if (i == before.size() || best[i][j] == best[i][j + 1]) {
                rows.add(new Hunk.Row(null, after.get(j++)));
            } else {
                rows.add(new Hunk.Row(before.get(i++), after.get(j++)));
            }
        }
        return rows;
    }

    /** How much of the two lines is the same, from 0 to 1, without their indentation. */
    private static double likeness(String before, String after) {
        List<String> old = words(before);
        List<String> others = new ArrayList<>(words(after));
        int all = old.size() + others.size();
        int same = 0;
        for (String word : old) {
            same += others.remove(word) ? 2 : 0;
        }
        boolean isCode = old.stream().anyMatch(word -> word.matches("\\w+"));
        return all == 0 || !isCode ? 0 : (double) same / all;
    }

    private static List<String> words(String line) {
        return Arrays.stream(BETWEEN_WORDS.split(line.strip()))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
