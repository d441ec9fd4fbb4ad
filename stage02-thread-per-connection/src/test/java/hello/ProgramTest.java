package hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final String BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\n";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\n";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String CANNOT_ACCEPT = "Cannot accept a connection: ";

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

    @Test
    void hostileClientsLeaveNoTrace() throws Exception {
        String control = "HOSTILE \u0007\u001b[31m\r\n\r\n";
        String tlsHello = "\u0016\u0003\u0001\u0002\u0000\u0001 HOSTILE";
        String noPage = "GET /HOSTILE HTTP/1.1\r\nHost: HOSTILE\r\n\r\n";
        try (Program program = Program.start(folder, "0")) {
            int port = program.awaitPort();
            Client.connect(port).close();
            assertThat(answer(port, control)).startsWith(BAD_REQUEST);
            assertThat(answer(port, tlsHello)).startsWith(BAD_REQUEST);
            assertThat(answer(port, noPage)).startsWith(NOT_FOUND);
            assertThat(answer(port, GET)).startsWith(OK);
            assertThat(program.output()).doesNotContain("HOSTILE", "\u001b");
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLackOfFileDescriptorsCostsNoListener() throws Exception {
        try (Program program = Program.startWithFiles(64, folder, "0")) {
            int port = program.awaitPort();
            // The first request loads classes, which takes file descriptors too.
            assertThat(answer(port, GET)).startsWith(OK);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                clients.add(Client.connect(port));
            }
            program.awaitErrors(CANNOT_ACCEPT);
            clients.forEach(Client::close);
            assertThat(answer(port, GET)).startsWith(OK);
            assertThat(program.errors().lines())
                    .allSatisfy(line -> assertThat(line).startsWith(CANNOT_ACCEPT));
        }
    }

    private static String answer(int port, String request) throws Exception {
        try (Client client = Client.connect(port)) {
            client.send(request);
            client.shutdownOutput();
            return client.receive();
        }
    }
}
