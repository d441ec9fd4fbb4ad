package measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ground.Problem;
import ground.Recording;
import ground.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private static final String SAMPLE = """
            # 2026-01-31, 8 cores, JDK 17.0.1, a command, with a comma
            round,connections,server,requests_per_second,microseconds_per_request,errors
            1,64,jdk,1000,50.00,0
            1,16,bare,2000,20.00,0
            1,16,jdk,1000,50.00,0
            1,16,stage05,1500,30.00,0
            2,64,jdk,1000,50.00,0
            2,16,bare,4000,10.00,0
            2,16,jdk,1000,40.00,0
            2,16,stage05,1000,10.00,0
            3,64,jdk,1000,50.00,0
            3,16,bare,1000,20.00,0
            3,16,jdk,2000,20.00,0
            3,16,stage05,2200,20.00,0
            1,64,bare,1000,50.00,0
            2,64,bare,1000,50.00,0
            3,64,bare,1000,50.00,0
            """;

    @Test
    void aServerIsComparedWithItsPeersOfTheSameRound() {
        assertThat(Ratios.of(Recording.parse(SAMPLE)))
                .contains(new Ratios(
                        16,
                        "stage05",
                        new Spread(1.5, 1.0, 1.5),
                        new Spread(0.75, 0.25, 2.2),
                        new Spread(0.5, 0.25, 1.0)));
    }

    @Test
    void theRowsAreInTheOrderOfTheConnectionsAndThenOfTheRounds() {
        assertThat(Ratios.table("JDK 17", Ratios.of(Recording.parse(SAMPLE))))
                .containsExactly(
                        "| connections | server on JDK 17 | requests a second, of jdk | of bare"
                                + " | processor time of a request, of jdk |",
                        "| --- | --- | --- | --- | --- |",
                        "| 16 | bare | 2.00 (0.50-4.00) | 1.00 | 0.50 (0.25-1.00) |",
                        "| 16 | jdk | 1.00 | 0.50 (0.25-2.00) | 1.00 |",
                        "| 16 | stage05 | 1.50 (1.00-1.50) | 0.75 (0.25-2.20) | 0.50 (0.25-1.00) |",
                        "| 64 | jdk | 1.00 | 1.00 | 1.00 |",
                        "| 64 | bare | 1.00 | 1.00 | 1.00 |");
    }

    @Test
    void aGoalIsMetOrMissedByTheRatioThatIsShown() {
        Spread narrow = new Spread(0.8499, 0.8, 0.9);
        List<Ratios> ratios = List.of(
                new Ratios(16, "stage05", new Spread(1.099, 0.5, 2), narrow, new Spread(0.651, 0.6, 0.7)),
                new Ratios(16, "jdk", narrow, narrow, narrow),
                new Ratios(64, "stage05", new Spread(1.09, 1, 2), new Spread(0.84, 0, 1), new Spread(0.66, 0, 1)));
        assertThat(Goal.table("JDK 17", "stage05-last", ratios))
                .containsExactly(
                        "| goal of stage05 on JDK 17 | 16 connections | 64 connections |",
                        "| --- | --- | --- |",
                        "| at least 1.1 of the JDK's server in requests a second | 1.10, met | 1.09, missed |",
                        "| at most 0.65 of its processor time for a request | 0.65, met | 0.66, missed |",
                        "| at least 0.85 of the bare loop in requests a second | 0.85, met | 0.84, missed |");
    }

    @Test
    void aServerWithoutItsPeersInARoundIsRefused() {
        String text = SAMPLE.replace("2,16,jdk", "4,16,jdk");
        assertThatThrownBy(() -> Ratios.of(Recording.parse(text)))
                .isInstanceOf(Problem.class)
                .hasMessage("jdk was not measured in round 2 with 16 connections");
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void aRecordingIsReadAsItWasWritten() {
        Recording recording = Recording.parse(SAMPLE);
        assertThat(recording.format()).isEqualTo(SAMPLE);
        assertThat(recording.place()).isEqualTo("2026-01-31, 8 cores, JDK 17.0.1");
        assertThat(recording.jdk()).isEqualTo("JDK 17");
        assertThat(recording.command()).isEqualTo("a command, with a comma");
    }

    @Test
    void whatIsMeasuredNowIsReadAsItWasWritten() {
        Recording now = new Recording(
                Recording.originOf("a command"), List.of("round"), List.of(Recording.row(List.of("round"), "1")));
        assertThat(Recording.parse(now.format())).isEqualTo(now);
    }

    @Test
    void aRowThatLacksAValueIsRefused() {
        assertThatThrownBy(() -> Recording.parse(SAMPLE + "4,64,bare\n"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("\"4,64,bare\" has not one value for each of [round, ");
    }

    @Test
    void aRecordingThatDoesNotSayWhereItComesFromIsRefused() {
        assertThatThrownBy(() -> Recording.parse(SAMPLE.replace("8 cores, ", "")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("A recording begins with \"# date, cores, JDK, command\"");
    }
}
