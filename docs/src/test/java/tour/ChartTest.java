package tour;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of a stage shows what was recorded, and fits the terminal. */
class ChartTest {
    private static final Style PLAIN = new Style(80, false, false);
    private static final Style COLOURED = new Style(80, false, true);
    private static final long SPAN = 5_300;
    private static final OptionalLong NONE = OptionalLong.empty();

    private final List<Request> requests = List.of(
            Request.of(1, "/sleep")
                    .with(Event.CONNECTED, 0)
                    .with(Event.SERVING, 100)
                    .with(Event.ANSWERED, 2_000),
            Request.of(2, "/")
                    .with(Event.CONNECTED, 500)
                    .with(Event.SERVING, 2_000)
                    .with(Event.ANSWERED, 2_001),
            Request.of(3, "/sleep").with(Event.CONNECTED, 1_000).with(Event.SERVING, 2_000),
            Request.of(4, "/sleep").with(Event.CONNECTED, 1_000),
            Request.of(5, "/sleep")
                    .with(Event.CONNECTED, 1_000)
                    .with(Event.SERVING, 1_500)
                    .with(Event.CUT, 2_500),
            Request.of(6, "/").with(Event.CONNECTED, 0).with(Event.NEVER, 2_500),
            Request.of(7, "/").with(Event.REFUSED, 2_600));

    @Test
    void aRowShowsTheWaitTheServiceAndTheEnd() {
        assertThat(new Chart(PLAIN, SPAN).lines(requests, 3_000, OptionalLong.of(2_500)))
                .startsWith(
                        "          0 s       1 s       2 s       3 s       4 s       5 s",
                        " 1 /sleep .###################+ 2.00 s",
                        " 2 /           ...............+ 1.50 s",
                        " 3 /sleep           ..........##########",
                        " 4 /sleep           ....................",
                        " 5 /sleep           .....##########x cut off",
                        " 6 /      .........................x never answered",
                        " 7 /                                x refused",
                        "")
                .endsWith("", "                                   ^ the signal");
    }

    @Test
    void glyphsTakeThePlaceOfThePlainCharacters() {
        List<String> plain = new Chart(PLAIN, SPAN).lines(requests, 3_000, NONE);
        List<String> drawn = new Chart(new Style(80, true, false), SPAN).lines(requests, 3_000, NONE);
        assertThat(drawn.get(1)).isEqualTo(" 1 /sleep \u00b7" + "\u2588".repeat(19) + "\u2713 2.00 s");
        assertThat(drawn).hasSameSizeAs(plain);
    }

    @Test
    void coloursChangeNothingElse() {
        List<String> plain = new Chart(PLAIN, SPAN).lines(requests, 3_000, OptionalLong.of(2_500));
        List<String> coloured = new Chart(COLOURED, SPAN).lines(requests, 3_000, OptionalLong.of(2_500));
        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.stream().map(ChartTest::withoutColour)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 56, 80, 120})
    void everyFrameFits(int width) {
        for (String stage : Repository.find().stages()) {
            Style style = new Style(width, true, true);
            Frame frame = new Frame(style, new Chart(style, SPAN), stage);
            assertThat(frame.heading())
                    .allSatisfy(line -> assertThat(withoutColour(line)).hasSizeLessThanOrEqualTo(width));
            for (long now = 0; now < 3 * SPAN; now += 50) {
                List<String> lines =
                        frame.lines(crowd(now), now, OptionalLong.of(now), Frame.progress(crowd(now), now));
                assertThat(lines).hasSize(Frame.LINES);
                assertThat(lines)
                        .allSatisfy(line -> assertThat(withoutColour(line)).hasSizeLessThanOrEqualTo(width));
            }
        }
    }

    /** As many requests as there can be, in all states, with the longest texts. */
    private static List<Request> crowd(long now) {
        List<Request> crowd = new ArrayList<>();
        for (int number = 1; number <= Trial.CLIENTS; number++) {
            Request request = Request.of(number, "/sleep").with(Event.CONNECTED, now / 2);
            Event[] ends = {Event.ANSWERED, Event.CUT, Event.NEVER};
            crowd.add(number % 4 == 0 ? request : request.with(ends[number % 4 - 1], now));
        }
        return crowd;
    }

    @Test
    void everyTableFits() {
        Outcome outcome = new Outcome(
                Request.of(2, "/").with(Event.CONNECTED, 0).with(Event.NEVER, 600_000), 1_000, 8, 0, 5, true);
        assertThat(Outcome.head()).hasSizeLessThanOrEqualTo(80);
        assertThat(outcome.row("stage02-thread-per-connection")).hasSizeLessThanOrEqualTo(80);
        assertThat(outcome.sentence()).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void anAxisHasRoundNumbersWithRoomBetween() {
        assertThat(axis(14_000)).isEqualTo("          0 s    2 s     4 s    6 s     8 s    10 s    12 s");
        assertThat(axis(700)).isEqualTo("          0 s    0.1 s   0.2 s  0.3 s   0.4 s  0.5 s   0.6 s");
        assertThat(axis(700_000)).startsWith("          0 s    100 s").endsWith("600 s");
    }

    private static String axis(long span) {
        return new Chart(PLAIN, span).lines(List.of(), 0, NONE).get(0);
    }

    @Test
    void glyphsAreForTerminalsThatCanShowThem() {
        assertThat(Style.canShow(StandardCharsets.UTF_8)).isTrue();
        assertThat(Style.canShow(StandardCharsets.US_ASCII)).isFalse();
        assertThat(Style.canShow(StandardCharsets.ISO_8859_1)).isFalse();
    }

    private static String withoutColour(String line) {
        return line.replaceAll("\u001b\\[\\d*m", "");
    }
}
