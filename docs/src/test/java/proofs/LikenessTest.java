package proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static boolean like(String attributes, List<String> shown, List<String> real) {
        Block block = Block.parse("page.md", 1, 0, "console " + attributes, shown);
        return new Likeness(block).holds(shown, real);
    }

    @Test
    void linesMustBeEqualUnlessTheBlockSaysOtherwise() {
        assertThat(like("", List.of("$ a", "b", "c"), List.of("$ a", "b", "c"))).isTrue();
        assertThat(like("", List.of("$ a", "b", "c"), List.of("$ a", "c", "b"))).isFalse();
        assertThat(like("", List.of("$ a", "b"), List.of("$ a", "b", "c"))).isFalse();
        assertThat(like("", List.of("$ a", "b"), List.of("$ A", "b"))).isFalse();
    }

    @Test
    void anyOrderMeansBetweenTwoCommands() {
        String any = "order=any";
        assertThat(like(any, List.of("$ a", "b", "c"), List.of("$ a", "c", "b")))
                .isTrue();
        assertThat(like(any, List.of("$ a", "b", "c"), List.of("$ a", "c", "c")))
                .isFalse();
        assertThat(like(any, List.of("$ a", "b", "\u2026"), List.of("$ a", "c", "b")))
                .isTrue();
        assertThat(like(any, List.of("$ a", "b", "^C", "c"), List.of("$ a", "b", "^C", "c")))
                .isTrue();
        assertThat(like(any, List.of("$ a", "b", "^C", "c"), List.of("$ a", "c", "^C", "b")))
                .isFalse();
    }

    @Test
    void dotsStandForAnyLines() {
        List<String> shown = List.of("$ a", "b", "\u2026", "c");
        assertThat(like("", shown, List.of("$ a", "b", "c"))).isTrue();
        assertThat(like("", shown, List.of("$ a", "b", "x", "c", "c"))).isTrue();
        assertThat(like("", shown, List.of("$ a", "b", "x"))).isFalse();
    }

    @Test
    void secondsMayVaryWithinTheirRange() {
        String range = "seconds=5.0-6.5";
        List<String> shown = List.of("$ a", "took 5.01 s");
        assertThat(like(range, shown, List.of("$ a", "took 6.5 s"))).isTrue();
        assertThat(like(range, shown, List.of("$ a", "took 6.51 s"))).isFalse();
        assertThat(like(range, shown, List.of("$ a", "took 0.02 s"))).isFalse();
        assertThat(like(range, List.of("$ a", "took 4.9 s"), List.of("$ a", "took 5.1 s")))
                .isFalse();
    }

    @Test
    void whatTheExpressionMatchesMayVary() {
        String varies = "varies=\"\\d+\\.\\d ms\"";
        List<String> shown = List.of("$ a", "after 1.2 ms of it");
        assertThat(like(varies, shown, List.of("$ a", "after 20.1 ms of it"))).isTrue();
        assertThat(like(varies, shown, List.of("$ a", "after 20 ms of it"))).isFalse();
        assertThat(like(varies, shown, List.of("$ a", "after 1.2 ms of this"))).isFalse();
    }
}
