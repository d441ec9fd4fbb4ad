package site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hunks are cut as git cuts them, and at members. */
class HunkTest {
    private static final List<String> LINES =
            IntStream.range(0, 20).mapToObj(line -> "line " + line).toList();

    /** The first and the last line of each hunk, if these lines go. */
    private static List<String> hunksWithout(Integer... gone) {
        List<String> after = new ArrayList<>(LINES);
        List.of(gone).forEach(line -> after.remove(LINES.get(line)));
        return between(LINES, after).stream()
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

    private static final List<String> CLASS = List.of(
            "class A {",
            "    void one() {",
            "        first();",
            "    }",
            "",
            "    /**",
            "     * Does two.",
            "     *",
            "     * And three.",
            "     */",
            "    void two() {",
            "        second();",
            "    }",
            "}");

    private static List<Hunk> between(List<String> before, List<String> after) {
        return Hunk.between(before, after, Hunk.SCREEN);
    }

    private static List<Hunk> hunksWith(Map<Integer, String> changes) {
        List<String> after = new ArrayList<>(CLASS);
        changes.forEach(after::set);
        return between(CLASS, after);
    }

    private static List<String> ends(Hunk hunk) {
        List<String> lines = Hunk.news(hunk.rows().stream()).map(String::strip).toList();
        return List.of(lines.get(0), lines.get(lines.size() - 1));
    }

    @Test
    void theContextEndsWhereTheMemberDoes() {
        Hunk hunk = hunksWith(Map.of(2, "        other();")).get(0);
        assertThat(ends(hunk)).containsExactly("void one() {", "}");
        assertThat(hunk.rows()).hasSize(3);
        assertThat(hunk.members()).containsExactly("one");
    }

    @Test
    void aJavadocIsWholeIfItChangesAndLeftOutIfNot() {
        assertThat(ends(hunksWith(Map.of(8, "     * And four.")).get(0))).containsExactly("/**", "second();");
        assertThat(ends(hunksWith(Map.of(6, "     * Does four.")).get(0))).containsExactly("/**", "void two() {");
        assertThat(ends(hunksWith(Map.of(11, "        other();")).get(0))).containsExactly("void two() {", "}");
    }

    @Test
    void whatFitsOnAScreenIsOneHunkAndWhatDoesNotIsCutAtItsMembers() {
        List<String> few = new ArrayList<>(CLASS);
        few.set(2, "        other();");
        few.add(11, "        more();");
        assertThat(between(CLASS, few)).hasSize(2);
        few.set(6, "     * Does more.");
        assertThat(between(CLASS, few)).extracting(Hunk::members).containsExactly(List.of("one", "two"));
        List<String> many = new ArrayList<>(few);
        many.addAll(11, Collections.nCopies(20, "        more();"));
        assertThat(between(CLASS, many)).extracting(Hunk::members).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void bracesAndBlanksAreNoHunkOfTheirOwn() {
        List<String> more = new ArrayList<>(CLASS);
        for (int i = 0; i < 10; i++) {
            more.addAll(13, List.of("", "    void x" + i + "() {", "    }"));
        }
        assertThat(between(CLASS, more)).hasSize(10);
        assertThat(between(List.of(), CLASS.subList(0, 4))).hasSize(1);
        assertThat(between(List.of(), more))
                .extracting(Hunk::members)
                .hasSize(13)
                .doesNotHaveDuplicates();
    }

    @Test
    void linesThatAreAlikeAreSideBySide() {
        List<String> before = List.of("int one = f(1);", "int two = f(2);");
        List<String> after = List.of("// A comment.", "int one = f(1, x);", "int two = f(2, x);");
        assertThat(between(before, after).get(0).rows())
                .containsExactly(
                        new Hunk.Row(null, after.get(0)),
                        new Hunk.Row(before.get(0), after.get(1)),
                        new Hunk.Row(before.get(1), after.get(2)));
    }

    @Test
    void whatDoesNotChangeHasNoHunk() {
        assertThat(between(LINES, LINES)).isEmpty();
    }
}
