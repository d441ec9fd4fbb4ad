package site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import site.Hunk.Row;

/**
 * Cuts a diff into hunks: as git does, but what is more than a screen is cut at its members, and the
 * context stays in the member that changes. A Javadoc is whole or left out.
 */
final class Parts {
    private static final int CONTEXT = 3;

    private final List<Row> rows;
    private final List<String> members;
    private final int screen;

    /**
     * @param members for each row the member that it belongs to, or nothing
     * @param screen how many lines fit
     */
    Parts(List<Row> rows, List<String> members, int screen) {
        this.screen = screen;
        this.rows = rows;
        this.members = members;
    }

    /** The rows from one up to another, but not this. */
    private record Range(int start, int end) {}

    List<Hunk> hunks() {
        List<Range> ranges = new ArrayList<>();
        for (Range changes : changes()) {
            Range range = withContext(changes);
            Range last = ranges.isEmpty() ? new Range(0, 0) : ranges.get(ranges.size() - 1);
            if (range.start < last.end) {
                range = new Range(last.start, range.end);
                ranges.remove(last);
            }
            ranges.add(range);
        }
        return ranges.stream().map(this::hunk).toList();
    }

    private Hunk hunk(Range range) {
        int before = (int) Hunk.olds(rows.subList(0, range.start).stream()).count();
        int after = (int) Hunk.news(rows.subList(0, range.start).stream()).count();
        Set<String> changed = new LinkedHashSet<>();
        for (int i = range.start; i < range.end; i++) {
            if (hasCode(i, i + 1)) {
                changed.add(members.get(i));
            }
        }
        changed.remove("");
        return new Hunk(before, after, List.copyOf(rows.subList(range.start, range.end)), List.copyOf(changed));
    }

    /** Each from its first change to its last: those whose contexts meet are in one, if it fits. */
    private List<Range> changes() {
        List<Range> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isChange()) {
                int start = i;
                int last = i;
                for (; i < rows.size() && i - last <= 2 * CONTEXT + 1; i++) {
                    last = rows.get(i).isChange() ? i : last;
                }
                i = last;
                Range range = new Range(start, last + 1);
                all.addAll(lines(withContext(range)) > screen ? cut(range) : List.of(range));
            }
        }
        return all;
    }

    private long lines(Range range) {
        return rows.subList(range.start, range.end).stream()
                .mapToInt(row -> row.isChange() && row.before() != null && row.after() != null ? 2 : 1)
                .sum();
    }

    private List<Range> cut(Range range) {
        List<Range> cut = new ArrayList<>();
        int start = range.start;
        int last = range.start;
        boolean hasCode = false;
        for (int i = range.start; i < range.end; i++) {
            if (!rows.get(i).isChange()) {
                continue;
            }
            if (hasCode && !members.get(i).equals(members.get(last)) && hasCode(i, range.end)) {
                cut.add(new Range(start, last + 1));
                start = i;
                hasCode = false;
            }
            hasCode |= hasCode(i, i + 1);
            last = i;
        }
        cut.add(new Range(start, range.end));
        return cut;
    }

    /** Braces and blanks are no part of their own. */
    private boolean hasCode(int start, int end) {
        return rows.subList(start, end).stream()
                .anyMatch(row -> row.isChange() && row.text().chars().anyMatch(Character::isLetter));
    }

    private Range withContext(Range changes) {
        int start = changes.start;
        while (changes.start - start < CONTEXT && isContext(start - 1, changes.start)) {
            start--;
        }
        int end = changes.end;
        while (end - changes.end < CONTEXT && isContext(end, changes.end - 1)) {
            end++;
        }
        return new Range(start(start, changes), end(end, changes));
    }

    private boolean isContext(int i, int change) {
        return i >= 0
                && i < rows.size()
                && !rows.get(i).isChange()
                && members.get(i).equals(members.get(change));
    }

    private int start(int start, Range changes) {
        int first = start;
        while (isInJavadoc(changes.start) && isInJavadoc(first) && isContext(first - 1, first)) {
            first--;
        }
        while (first < changes.start
                && (isInJavadoc(first) || rows.get(first).text().matches("\\s*}?"))) {
            first++;
        }
        return first;
    }

    private int end(int end, Range changes) {
        int last = end;
        while (last > changes.end && rows.get(last - 1).text().isBlank()) {
            last--;
        }
        // What is above a declaration says nothing without it.
        while (isAbove(last - 1) && isContext(last, changes.end - 1)) {
            last++;
        }
        return last;
    }

    private boolean isInJavadoc(int row) {
        return rows.get(row).text().strip().startsWith("*");
    }

    private boolean isAbove(int row) {
        return rows.get(row).text().strip().matches("/?\\*.*|@\\w+");
    }
}
