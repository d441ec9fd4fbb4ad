package tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final String RESTORED = "\u001b[?7h\u001b[?25h";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

    @Test
    void aFrameTakesThePlaceOfTheOneBefore() {
        Screen screen = new Screen(out, true);
        screen.draw(List.of("a", "b"));
        screen.draw(List.of("c", "d"));
        assertThat(printed()).contains("a\u001b[K\nb\u001b[K\n", "\u001b[2A\rc\u001b[K\nd\u001b[K\n");
    }

    @Test
    void theNextPictureIsDrawnBelowTheLast() {
        Screen screen = new Screen(out, true);
        screen.draw(List.of("a", "b"));
        screen.finish(List.of("c", "d"));
        int end = printed().length();
        screen.draw(List.of("e", "f"));
        assertThat(printed().substring(end)).contains("e").doesNotContain("A\r");
    }

    @Test
    void theTerminalIsRestoredAndLeftAlone() {
        Screen screen = new Screen(out, true);
        screen.draw(List.of("a"));
        screen.close();
        String atEnd = printed();
        assertThat(atEnd.stripTrailing()).endsWith(RESTORED);
        screen.draw(List.of("b"));
        screen.finish(List.of("b"));
        screen.print(List.of("b"));
        screen.close();
        assertThat(printed()).isEqualTo(atEnd);
    }

    @Test
    void withoutATerminalPlainLinesArePrintedOnce() {
        Screen screen = new Screen(out, false);
        screen.draw(List.of("a"));
        screen.draw(List.of("b"));
        screen.finish(List.of("c"));
        screen.close();
        assertThat(printed()).isEqualToNormalizingNewlines("c\n");
    }

    private String printed() {
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
