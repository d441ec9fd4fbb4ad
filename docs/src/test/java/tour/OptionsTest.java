package tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void nothingGivenMeansAllStagesInAboutAMinute() {
        Options options = Options.parse();
        assertThat(options.stages()).isEmpty();
        assertThat(options.pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.limit()).isEqualTo(Duration.ofSeconds(11));
        assertThat(options.isPlain()).isFalse();
        assertThat(options.hasColour()).isTrue();
        assertThat(options.record()).isEmpty();
        assertThat(options.isHelp()).isFalse();
    }

    @Test
    void everyOptionIsRead() {
        Options options = Options.parse(
                "--stages", "4,01", "--pause", "0.5", "--limit", "20", "--plain", "--no-color", "--record", "a b.csv");
        assertThat(options.stages()).containsExactly(1, 4);
        assertThat(options.pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.limit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.isPlain()).isTrue();
        assertThat(options.hasColour()).isFalse();
        assertThat(options.record()).contains(Path.of("a b.csv"));
    }

    @Test
    void theLimitFollowsThePause() {
        assertThat(Options.parse("--pause", "4").limit()).isEqualTo(Duration.ofSeconds(22));
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Options.parse("--help").isHelp()).isTrue();
        assertThat(Options.HELP).contains("--stages", "--pause", "--limit", "--plain", "--no-color", "--record");
        assertThat(Options.HELP.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stage 1     | There is no option \"--stage\".",
                "4             | There is no option \"4\".",
                "--stages      | The option --stages needs a value.",
                "--stages six  | The stages are numbers with commas between, not \"six\".",
                "--stages 1,,2 | The stages are numbers with commas between, not \"1,,2\".",
                "--pause 0     | --pause must be a number of seconds from 0.1 to 60, not \"0\".",
                "--pause 61    | --pause must be a number of seconds from 0.1 to 60, not \"61\".",
                "--pause NaN   | --pause must be a number of seconds from 0.1 to 60, not \"NaN\".",
                "--limit -1    | --limit must be a number of seconds from 0.1 to 600, not \"-1\".",
                "--record      | The option --record needs a value.",
            })
    void aWrongOptionIsReportedInOneLine(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
