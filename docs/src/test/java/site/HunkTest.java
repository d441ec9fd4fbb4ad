package site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hunks are cut as git cuts them. */
class HunkTest {
    private static final List<String> LINES =
            IntStream.range(0, 20).mapToObj(line -> "line " + line).toList();

    /** The first and the last line of each hunk, if these lines go. */
    private static List<String> hunksWithout(Integer... gone) {
        List<String> after = new ArrayList<>(LINES);
        List.of(gone).forEach(line -> after.remove(LINES.get(line)));
        return Hunk.between(LINES, after).stream()
                .map(hunk -> hunk.before() + "-"
                        + (hunk.before() + Hunk.olds(hunk.rows().stream()).count() - 1))
                .toList();
    }

    @Test
    void aHunkHasThreeLinesOfContextAboveAndBelow() {
        assertThat(hunksWithout(9)).containsExactly("6-12");
        assertThat(hunksWithout(1)).containsExactly("0-4");
        assertThat(hunksWithout(18)).containsExactly("15-19");
    }

    @Test
    void changesWhoseContextsMeetAreOneHunk() {
        assertThat(hunksWithout(5, 12)).containsExactly("2-15");
        assertThat(hunksWithout(5, 13)).containsExactly("2-8", "10-16");
    }

    @Test
    void linesThatAreAlikeAreSideBySide() {
        List<String> before = List.of("int one = f(1);", "int two = f(2);");
        List<String> after = List.of("// A comment.", "int one = f(1, x);", "int two = f(2, x);");
        assertThat(Hunk.between(before, after).get(0).rows())
                .containsExactly(
                        new Hunk.Row(null, after.get(0)),
                        new Hunk.Row(before.get(0), after.get(1)),
                        new Hunk.Row(before.get(1), after.get(2)));
    }

    @Test
    void whatDoesNotChangeHasNoHunk() {
        assertThat(Hunk.between(LINES, LINES)).isEmpty();
    }
}
