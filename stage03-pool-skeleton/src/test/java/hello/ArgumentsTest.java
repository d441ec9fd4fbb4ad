package hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line may say, and what it answers if something is wrong. */
class ArgumentsTest {
    private static final String USAGE = " Usage: hello.Main [port]";

    @Test
    void withoutAnArgumentThePortIs8080() {
        assertThat(Arguments.parse().port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8080, 65_535})
    void thePortIsTheFirstArgument(int port) {
        assertThat(Arguments.parse(Integer.toString(port)).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http", "-1", "65536", "80.0", "0x50", " 80"})
    void aPortThatIsNoneIsNamed(String port) {
        String range = "The argument port must be a number from 0 to 65535";
        assertRefused(port).withMessage(range + ", not \"" + port + "\"." + USAGE);
    }

    @Test
    void tooManyArgumentsAreRefused() {
        String problem = "There are too many arguments.";
        assertRefused("0", "1").withMessage(problem + USAGE);
    }

    @Test
    void whatATerminalWouldObeyIsNotShown() {
        String port = "8\u001b[31m\r\n0\u0085\u202e";
        assertRefused(port).withMessageContaining("\"8?[31m??0??\"");
    }

    private static ThrowableAssertAlternative<?> assertRefused(String... args) {
        return assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Arguments.parse(args))
                .satisfies(e -> assertThat(e.exitStatus()).isEqualTo(2));
    }
}
