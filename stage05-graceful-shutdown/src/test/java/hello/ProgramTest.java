package hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program shows to the person who starts it. */
class ProgramTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

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

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theProgramEndsAfterSoManyConnections(int count) throws Exception {
        String connections = Integer.toString(count);
        try (Program program = Program.start(folder, "0", connections)) {
            List<Client> clients = connectHalfway(program.awaitPort(), count);
            program.awaitOutput("Shutting down.");
            finish(clients);
            assertThat(program.awaitExitStatus()).isZero();
            assertShutDown(program, count);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    @EnabledOnOs(OS.LINUX)
    void aSignalCostsNoRequest(String signal, int status) throws Exception {
        assumeTrue(Program.isEndedBy(signal), "The signal is ignored here");
        try (Program program = Program.start(folder, "0")) {
            int port = program.awaitPort();
            long sockets = program.openSockets();
            // Four are running, three are queued.
            List<Client> clients = connectHalfway(port, 7);
            program.awaitOpenSockets(sockets + 7);
            program.signal(signal);
            program.awaitOutput("Shutting down.");
            finish(clients);
            assertThat(program.awaitExitStatus()).isEqualTo(status);
            assertShutDown(program, 7);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSignalBeforeTheStartLeavesNoTrace() throws Exception {
        String program = LateStart.class.getName();
        try (Program late = Program.limited("-n 256", folder, program)) {
            assertThat(late.awaitExitStatus()).isZero();
            assertThat(late.output()).contains("Shutting down worker 3");
            assertThat(late.errors()).isEmpty();
        }
    }

    /** A request that is half sent is a slow one, for as long as the test likes. */
    private static List<Client> connectHalfway(int port, int count) throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Client client = Client.connect(port);
            client.send("GET / HTTP/1.1\r\n");
            clients.add(client);
        }
        return clients;
    }

    private static void finish(List<Client> clients) throws Exception {
        for (Client client : clients) {
            client.send("\r\n");
        }
        for (Client client : clients) {
            assertThat(client.receive()).startsWith(OK);
            client.close();
        }
    }

    private static void assertShutDown(Program program, int jobs) {
        List<String> lines = program.output().lines().toList();
        assertThat(lines)
                .hasSize(1 + jobs + 2 + 4 + 4)
                .contains(
                        "Worker 0 was told to terminate.",
                        "Worker 1 was told to terminate.",
                        "Worker 2 was told to terminate.",
                        "Worker 3 was told to terminate.")
                .containsSubsequence(
                        "Shutting down.",
                        "Sending terminate message to all workers.",
                        "Shutting down worker 0",
                        "Shutting down worker 1",
                        "Shutting down worker 2",
                        "Shutting down worker 3");
        assertThat(lines).filteredOn(line -> line.contains("got a job")).hasSize(jobs);
        assertThat(program.errors()).isEmpty();
    }
}
