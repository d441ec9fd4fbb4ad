package alternatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Client;
import ground.Repository;
import ground.Server;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all servers of docs/alternatives have in common with the stages. */
class AlternativesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\n";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\n";
    private static final String NOT_ALLOWED = "HTTP/1.1 405 Method Not Allowed\r\n";
    private static final String TOO_LARGE = "HTTP/1.1 431 ";
    private static final String END = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PROJECTOR = 88;

    @TempDir
    private Path folder;

    /** The servers that the build has compiled: virtual threads need JDK 21 or newer. */
    private static Stream<String> servers() {
        Stream<String> old =
                Stream.of("ExecutorServer", "ForkJoinServer", "AcceptServer", "SelectorServer", "JdkServer");
        boolean hasVirtualThreads = Runtime.version().feature() >= 21;
        return hasVirtualThreads ? Stream.concat(old, Stream.of("VirtualThreadServer")) : old;
    }

    private static Stream<String> serversWithTheHandler() {
        return servers().filter(name -> !name.equals("JdkServer"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itAnswersAsTheStagesDo(String name) throws Exception {
        try (Server server = start(name, "0")) {
            String page = server.answer("GET /?query" + END + "\r\n");
            assertThat(page).startsWith(OK).endsWith("</html>\n").contains("Hi from Java.");
            assertThat(page.toLowerCase(Locale.ROOT))
                    .contains("\r\ncontent-type: text/html; charset=utf-8\r\n")
                    .contains("\r\nconnection: close\r\n")
                    .contains("\r\ncontent-length: " + body(page).length() + "\r\n");
            String head = server.answer("HEAD /" + END + "\r\n");
            assertThat(head).startsWith(OK).endsWith("\r\n\r\n");
            assertThat(head.toLowerCase(Locale.ROOT))
                    .contains("\r\ncontent-length: " + body(page).length());
            assertThat(server.answer("GET http://host/" + END + "\r\n")).startsWith(OK);
            assertThat(server.answer("GET /nowhere" + END + "\r\n"))
                    .startsWith(NOT_FOUND)
                    .contains("Oops!");
            assertThat(server.answer("PUT /" + END + "\r\n"))
                    .startsWith(NOT_ALLOWED)
                    .contains("\r\nAllow: GET, HEAD\r\n");
            assertThat(server.answer("NONSENSE\r\n\r\n")).startsWith(BAD_REQUEST);
            assertThat(server.answer("GET /%zz" + END + "\r\n")).startsWith(BAD_REQUEST);
            assertThat(server.program().output()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("serversWithTheHandler")
    void itIsAsPatientAndAsStrictAsTheStages(String name) throws Exception {
        String body = "x".repeat(1_000_000);
        String post = "POST /" + END + "Content-Length: " + body.length() + "\r\n\r\n";
        try (Server server = start(name, "0")) {
            assertThat(server.answer("\r\nGET / HTTP/1.0\n\n")).startsWith(OK);
            assertThat(server.answer("GET /" + END + "X: " + body.substring(0, 8_192) + "\r\n\r\n"))
                    .startsWith(TOO_LARGE);
            assertThat(server.answer("GET mailto:me@host" + END + "\r\n")).startsWith(BAD_REQUEST);
            assertThat(server.answer(post + body)).startsWith(NOT_ALLOWED);
        }
    }

    /** As docs/beyond.md says. */
    @Test
    void theJdksServerIsMorePatientAndLessStrict() throws Exception {
        String longHead = "GET /" + END + "X: " + "x".repeat(9_000) + "\r\n\r\n";
        try (Server server = start("JdkServer", "0");
                Client mute = server.connect();
                Client bare = server.connect().send("GET / HTTP/1.1\nHost: 127.0.0.1\n\n")) {
            long start = System.nanoTime();
            assertThat(server.answer(longHead)).startsWith(OK);
            while (Duration.ofNanos(System.nanoTime() - start).compareTo(PAUSE.plusSeconds(1)) < 0) {
                assertThat(mute.isDroppedInABreath()).isFalse();
                assertThat(bare.hasAnswer()).isFalse();
            }
            assertThat(bare.isDroppedInABreath()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anIdleServerEndsOnASignal(String name) throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        try (Server server = start(name, "0")) {
            int port = server.port();
            server.program().stop();
            assertThat(server.ends()).isTrue();
            assertThat(server.program().status()).isEqualTo(143);
            assertThat(server.program().output()).hasSize(2).endsWith("Shutting down.");
            assertThatThrownBy(() -> new Client(port)).isInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSlowRequestIsAnsweredAfterASignal(String name) throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        try (Server server = start(name, "0")) {
            long start = System.nanoTime();
            Client slow = server.get("/sl%65ep?for=long");
            String page = server.answer("GET /" + END + "\r\n");
            assertThat(page).startsWith(OK);
            server.program().stop();
            assertThat(slow.receive()).startsWith(OK).endsWith(body(page));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(PAUSE);
            assertThat(server.ends()).isTrue();
            assertThat(server.program().status()).isEqualTo(143);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTakenPortIsReportedInOneLine(String name) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            try (Server server = start(name, port)) {
                assertThat(server.ends()).isTrue();
                assertThat(server.program().status()).isEqualTo(1);
                assertThat(server.program().output())
                        .singleElement()
                        .asString()
                        .startsWith("Cannot listen on 127.0.0.1:" + port + ": ")
                        .endsWith(". Choose another port above 1023, or stop what uses this one.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "65536", "8080 2"})
    void wrongArgumentsAreReportedInOneLine(String arguments) throws Exception {
        try (Server server = start("SelectorServer", arguments.split(" "))) {
            assertThat(server.ends()).isTrue();
            assertThat(server.program().status()).isEqualTo(2);
            assertThat(server.program().output())
                    .singleElement()
                    .asString()
                    .endsWith(" Usage: hello.SelectorServer [port]");
        }
    }

    @Test
    void everyLineFitsOnAProjector() {
        Repository repository = Repository.find();
        for (String file : repository.list("docs/alternatives")) {
            assertThat(repository.lines("docs/alternatives/" + file))
                    .as(file)
                    .allMatch(line -> line.length() <= PROJECTOR);
        }
    }

    private Server start(String name, String... arguments) throws Exception {
        return Alternatives.start(folder, name, arguments);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
