package hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program shows to the person who starts it. */
class ProgramTest {
    @TempDir
    Path folder;

    @Test
    void theFirstLineNamesTheRealPort() throws Exception {
        try (Program program = Program.start(folder, "0")) {
            Client.connect(program.awaitPort()).close();
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    void withoutAnArgumentThePortIs8080() throws Exception {
        try (Program program = Program.start(folder)) {
            program.awaitStart();
            String told = program.output() + program.errors();
            // Another program may have the port; then this one has to say so.
            assertThat(told).containsPattern("^(Listening|Cannot listen) on ");
            assertThat(told).containsPattern("127\\.0\\.0\\.1:8080\\b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "65536", "1 2 3"})
    void wrongArgumentsAreReportedInOneLine(String arguments) throws Exception {
        try (Program program = Program.start(folder, arguments.split(" "))) {
            assertThat(program.awaitExitStatus()).isEqualTo(2);
            assertThat(program.output()).isEmpty();
            assertThat(program.errors()).hasLineCount(1);
            assertThat(program.errors()).contains("Usage: hello.Main");
        }
    }

    @Test
    void aTakenPortIsReportedInOneLine() throws Exception {
        try (Listener other = Listener.open(0)) {
            String port = Integer.toString(other.port());
            try (Program program = Program.start(folder, port)) {
                assertThat(program.awaitExitStatus()).isEqualTo(1);
                assertThat(program.output()).isEmpty();
                assertThat(program.errors()).hasLineCount(1);
                assertThat(program.errors()).contains("127.0.0.1:" + port + ": ");
            }
        }
    }

    @Test
    void missingPagesAreReportedInOneLine() throws Exception {
        Path classes = Path.of(Program.classes(Main.class));
        Path copies = Files.createDirectories(folder.resolve("classes/hello"));
        try (Stream<Path> files = Files.list(classes.resolve("hello"))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".class")) {
                    Files.copy(file, copies.resolve(file.getFileName()));
                }
            }
        }
        try (Program program = Program.startFrom(copies.getParent(), folder)) {
            assertThat(program.awaitExitStatus()).isEqualTo(1);
            assertThat(program.output()).isEmpty();
            assertThat(program.errors()).hasLineCount(1);
            assertThat(program.errors()).contains("hello/hello.html");
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsTheProgram(String signal, int status) throws Exception {
        assumeTrue(Program.isEndedBy(signal), "The signal is ignored here");
        try (Program program = Program.start(folder, "0")) {
            program.awaitPort();
            program.signal(signal);
            assertThat(program.awaitExitStatus()).isEqualTo(status);
            assertThat(program.errors()).isEmpty();
        }
    }
}
