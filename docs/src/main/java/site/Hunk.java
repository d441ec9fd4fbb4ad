package site;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A part of a file that changes, with a little context above and below.
 *
 * @param before the index of its first line in the old file
 * @param after the same in the new file
 * @param members in which it changes something, by name
 */
record Hunk(int before, int after, List<Row> rows, List<String> members) {
    /** As many lines as the projector shows at once in letters that the back row can read. */
    static final int SCREEN = 22;

    /** A line of the old file beside one of the new; null if the other has nothing like it. */
    record Row(String before, String after) {
        boolean isChange() {
            return !Objects.equals(before, after);
        }

        /** The new line, or the old one that goes. */
        String text() {
            return after == null ? before : after;
        }
    }

    /** @param screen how many lines fit; what is longer is cut at its members */
    static List<Hunk> between(List<String> before, List<String> after, int screen) {
        List<Row> rows = new ArrayList<>();
        int position = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int start = delta.getSource().getPosition();
            before.subList(position, start).forEach(line -> rows.add(new Row(line, line)));
            rows.addAll(Pairs.of(delta.getSource().getLines(), delta.getTarget().getLines()));
            position = start + delta.getSource().size();
        }
        before.subList(position, before.size()).forEach(line -> rows.add(new Row(line, line)));
        return new Parts(rows, Members.of(before, after, rows), screen).hunks();
    }

    /** Whether it changes more than imports and constants, which nobody has to be shown. */
    boolean isWorthASlide() {
        return Stream.concat(added(), removed()).anyMatch(line -> !line.matches("(import | +.*static final ).*|\\s*"));
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
