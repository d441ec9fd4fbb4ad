package site;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A part of a file that changes, with three lines of context above and below, as git cuts it.
 *
 * @param before the index of its first line in the old file
 * @param after the same in the new file
 */
record Hunk(int before, int after, List<Row> rows) {
    private static final int CONTEXT = 3;

    /** A line of the old file beside one of the new; null if the other has nothing like it. */
    record Row(String before, String after) {
        boolean isChange() {
            return !Objects.equals(before, after);
        }
    }

    static List<Hunk> between(List<String> before, List<String> after) {
        List<Row> rows = new ArrayList<>();
        int position = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int start = delta.getSource().getPosition();
            before.subList(position, start).forEach(line -> rows.add(new Row(line, line)));
            rows.addAll(Pairs.of(delta.getSource().getLines(), delta.getTarget().getLines()));
            position = start + delta.getSource().size();
        }
        before.subList(position, before.size()).forEach(line -> rows.add(new Row(line, line)));
        return cut(rows);
    }

    private static List<Hunk> cut(List<Row> rows) {
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            if (rows.get(i).isChange()) {
                int start = Math.max(0, i - CONTEXT);
                int before = (int) olds(rows.subList(0, start).stream()).count();
                int after = (int) news(rows.subList(0, start).stream()).count();
                i = end(rows, i);
                hunks.add(new Hunk(before, after, List.copyOf(rows.subList(start, i))));
            } else {
                i++;
            }
        }
        return hunks;
    }

    /** Where the hunk ends: changes with no more than two contexts between them are in one. */
    private static int end(List<Row> rows, int change) {
        int last = change;
        for (int i = change; i < rows.size() && i - last <= 2 * CONTEXT + 1; i++) {
            last = rows.get(i).isChange() ? i : last;
        }
        return Math.min(rows.size(), last + 1 + CONTEXT);
    }

    Stream<String> added() {
        return news(rows.stream().filter(Row::isChange));
    }

    Stream<String> removed() {
        return olds(rows.stream().filter(Row::isChange));
    }

    static Stream<String> olds(Stream<Row> rows) {
        return rows.map(Row::before).filter(Objects::nonNull);
    }

    static Stream<String> news(Stream<Row> rows) {
        return rows.map(Row::after).filter(Objects::nonNull);
    }
}
