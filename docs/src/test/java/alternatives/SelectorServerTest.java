package alternatives;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Client;
import ground.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The only thread never waits for a client, whatever the client does. */
class SelectorServerTest {
    private static final String NAME = "SelectorServer";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\n";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\n";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** More than the buffers at both ends hold for a client that does not read. */
    private static final int LARGE = 16 * 1_024 * 1_024;

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Alternatives.start(folder, NAME, "0");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void aRequestMayComeInPieces() throws Exception {
        try (Client client = server.connect()) {
            for (char piece : "GET / HTTP/1.1\r\nHost: h\r\n".toCharArray()) {
                client.send(String.valueOf(piece));
                // Once another client has its answer, the loop has seen the piece.
                assertThat(server.get("/nowhere").receive()).startsWith(NOT_FOUND);
            }
            assertThat(client.hasAnswer()).isFalse();
            client.send("\r\n");
            assertThat(client.receive()).startsWith(OK).endsWith("</html>\n");
        }
    }

    @Test
    void aClientThatReadsLateGetsTheWholePage() throws Exception {
        try (Server large = Alternatives.startWith(folder, "hello.html", new byte[LARGE], NAME);
                Client late = large.connect()) {
            late.get("/");
            // It gets its answer while the large page waits for its reader.
            assertThat(large.get("/nowhere").receive()).startsWith(NOT_FOUND);
            String answer = late.receive();
            assertThat(answer).startsWith(OK).hasSize(answer.indexOf("\r\n\r\n") + 4 + LARGE);
        }
    }

    @Test
    void aClientThatNeverReadsIsDropped() throws Exception {
        try (Server large = Alternatives.startWith(folder, "hello.html", new byte[LARGE], NAME);
                Client deaf = large.connect()) {
            deaf.get("/");
            assertThat(large.get("/nowhere").receive()).startsWith(NOT_FOUND);
            // A client that comes later is dropped later.
            assertThat(large.connect().receive()).isEmpty();
            assertThat(deaf.receive()).startsWith(OK).hasSizeLessThan(LARGE);
        }
    }

    @Test
    void aSilentClientIsDroppedWhenItsTimeIsUp() throws Exception {
        long start = System.nanoTime();
        assertThat(server.connect().receive()).isEmpty();
        assertThat(since(start)).isGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    void aClientThatDribblesIsDroppedAfterTheSameTime() throws Exception {
        long start = System.nanoTime();
        try (Client client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nX: ");
            while (!client.isDroppedInABreath() && since(start).compareTo(LIMIT.multipliedBy(4)) < 0) {
                client.send("x");
            }
        }
        assertThat(since(start)).isBetween(LIMIT, LIMIT.multipliedBy(4));
    }

    @Test
    void aClientMayEndItsSideAndStillBeAnswered() throws Exception {
        assertThat(server.get("/").shutdownOutput().receive()).startsWith(OK);
        assertThat(server.connect().send("GET / HT").shutdownOutput().receive()).startsWith(BAD_REQUEST);
        assertThat(server.connect().shutdownOutput().receive()).isEmpty();
    }

    @Test
    void aSleepingRequestHoldsUpNobodyElse() throws Exception {
        long start = System.nanoTime();
        List<Client> sleepers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sleepers.add(server.get("/sleep"));
        }
        assertThat(server.get("/").receive()).startsWith(OK);
        for (Client sleeper : sleepers) {
            assertThat(sleeper.hasAnswer()).isFalse();
        }
        for (Client sleeper : sleepers) {
            assertThat(sleeper.receive()).startsWith(OK);
        }
        assertThat(since(start)).isBetween(LIMIT, LIMIT.multipliedBy(4));
    }

    @Test
    void aClientThatIsGoneLeavesNoTrace() throws Exception {
        server.get("/sleep").reset();
        server.connect().send("GET / HT").reset();
        server.connect().close();
        assertThat(server.get("/").receive()).startsWith(OK);
        assertThat(server.program().output()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theListenerSurvivesALackOfFileDescriptors() throws Exception {
        try (Server limited = Alternatives.startWithFiles(folder, 64, NAME)) {
            // The first request loads classes, which takes file descriptors too.
            assertThat(limited.get("/").receive()).startsWith(OK);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                clients.add(limited.connect());
            }
            Predicate<String> saysSo = line -> line.startsWith("Cannot accept a connection: ");
            limited.program().await(lines -> lines.stream().anyMatch(saysSo), Server.WATCHDOG_SECONDS);
            assertThat(limited.program().output()).anyMatch(saysSo);
            for (Client client : clients) {
                client.close();
            }
            assertThat(limited.get("/").receive()).startsWith(OK);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
