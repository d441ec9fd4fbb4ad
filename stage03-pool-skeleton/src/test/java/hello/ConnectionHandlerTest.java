package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets, byte for byte, for what it sends and for what it does not. */
@Timeout(value = 2 * WATCHDOG_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionHandlerTest {
    private static final int MAX_HEAD_BYTES = 8 * 1_024;

    /** Longer than any test waits, so that nobody is dropped. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\n";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\n";
    private static final String NOT_ALLOWED = "HTTP/1.1 405 Method Not Allowed\r\n";
    private static final String TOO_LARGE = "HTTP/1.1 431 Request Header ";

    private final Gate gate = new Gate();
    private final Listener listener = Listener.open(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Client> clients = new ArrayList<>();
    private final List<Future<?>> ends = new ArrayList<>();

    @AfterEach
    void theHandlerThrowsNothingAndReturns() {
        gate.open();
        clients.forEach(Client::close);
        listener.close();
        threads.shutdown();
        for (Future<?> end : ends) {
            assertThat(end).succeedsWithin(WATCHDOG_SECONDS, SECONDS);
        }
    }

    @Test
    void theAnswerIsAStatusAndFieldsAndThePage() throws Exception {
        String page = page("hello.html");
        String fields = fields(page.length()) + "\r\n";
        assertThat(answerToGet("/")).isEqualTo(OK + fields + page);
    }

    @Test
    void anotherPathGetsThePageThatSaysSo() throws Exception {
        String page = page("404.html");
        String fields = fields(page.length()) + "\r\n";
        assertThat(answerToGet("/nothing-here")).isEqualTo(NOT_FOUND + fields + page);
    }

    @Test
    void theSlowPathPausesOnceAndGetsTheSamePage() throws Exception {
        Client client = connect();
        client.get("/sleep");
        gate.awaitVisits(1);
        gate.open();
        assertThat(client.receive()).isEqualTo(answerToGet("/"));
        assertThat(gate.awaitVisits(1)).hasSize(1);
    }

    @Test
    void oneHandlerServesManyThreads() throws Exception {
        ConnectionHandler handler = new ConnectionHandler(gate, PATIENCE);
        for (int i = 0; i < 50; i++) {
            connect(handler).get("/sleep");
        }
        gate.awaitVisits(50);
        gate.open();
        for (Client client : List.copyOf(clients)) {
            assertThat(client.receive()).isEqualTo(answerToGet("/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sleep", "/nothing-here", "nonsense"})
    void theAnswerToHeadIsThatToGetWithoutThePage(String target) throws Exception {
        gate.open();
        String answer = answerToGet(target);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n") + 4);
        assertThat(answerTo("HEAD " + target + " HTTP/1.1\r\n\r\n")).isEqualTo(head);
    }

    @Test
    void noAnswerToHeadHasABody() throws Exception {
        String bad = "HEAD /\r\n\r\n";
        assertThat(answerTo(bad)).startsWith(BAD_REQUEST).endsWith("\r\n\r\n");
        String tooLarge = "HEAD / HTTP/1.1\r\n" + "x".repeat(MAX_HEAD_BYTES);
        assertThat(answerTo(tooLarge)).startsWith(TOO_LARGE).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /", "PUT /x", "OPTIONS *", "get /", "!#$%&'*^_`|~ /"})
    void anotherMethodIsToldWhatIsAllowed(String start) throws Exception {
        String answer = answerTo(start + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        String status = "405 Method Not Allowed";
        String page = "<!DOCTYPE html><title>$</title><h1>$</h1>\n";
        String body = page.replace("$", status);
        String fields = fields(body.length()) + "Allow: GET, HEAD\r\n\r\n";
        assertThat(answer).isEqualTo(NOT_ALLOWED + fields + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "GET /",
                "GET / HTTP/0.9",
                "GET / HTTP/1.2",
                "GET / HTTP/2.0",
                "GET / HTTP/1.10",
                "GET / http/1.1",
                "GET / HTTP/1.1 ",
                " GET / HTTP/1.1",
                "GET  / HTTP/1.1",
                "GET\t/\tHTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET HTTP/1.1",
                "G(T / HTTP/1.1",
                "G\u00c9T / HTTP/1.1",
                "GET /\rHTTP/1.1",
                "\u0000",
                "\u0016\u0003\u0001",
            })
    void whatIsNoRequestLineIsABadRequest(String line) throws Exception {
        assertThat(answerTo(line + "\r\n\r\n")).startsWith(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep",
                "*",
                "/%",
                "/%zz",
                "/a\\b",
                "/<>",
                "/#%",
                "?",
                "http:",
                "http://",
                "http:///",
                "mailto:a@b",
                "//[",
                "http://[::1/",
                "127.0.0.1:80",
                "/\u0000",
                "/?q=\u00fc",
                "/?q=\u00e6\u0097\u00a5"
            })
    void aTargetThatIsNonsenseIsABadRequest(String target) throws Exception {
        assertThat(answerToGet(target)).startsWith(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?",
                "/?a=b",
                "/?/nothing-here",
                "/?a=%2F?",
                "http://127.0.0.1",
                "http://127.0.0.1/",
                "http://example.org:80?a=b",
                "HTTP://EXAMPLE.ORG/"
            })
    void theRootHasManyNames(String target) throws Exception {
        assertThat(answerToGet(target)).startsWith(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sleep?", "/sleep?a", "/%73leep", "http://a/s%6C%65ep?a"})
    void theSlowPathHasManyNames(String target) throws Exception {
        gate.open();
        assertThat(answerToGet(target)).startsWith(OK);
        assertThat(gate.awaitVisits(1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Sleep",
                "/sleep/",
                "//sleep",
                "//",
                "/%2573leep",
                "/%2Fsleep",
                "/hello.html",
                "/../hello.html",
                "/%2e%2e/hello.html",
                "/../../../../etc/passwd",
                "/%00",
                "/%ff",
                "http://127.0.0.1//"
            })
    void noOtherPathIsAPage(String target) throws Exception {
        assertThat(answerToGet(target)).startsWith(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\r\n\n",
                "GET / HTTP/1.1\n\r\n",
                "\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "\nGET / HTTP/1.1\nHost: 127.0.0.1\n\n",
            })
    void oldVersionsBareLineFeedsAndABlankLineAreFine(String request) throws Exception {
        assertThat(answerTo(request)).startsWith(OK);
    }

    @Test
    void theHeadMayHaveEightKibibytesAndNoMore() throws Exception {
        String start = "GET / HTTP/1.1\r\nX: ";
        String end = "\r\n\r\n";
        String field = "x".repeat(MAX_HEAD_BYTES - start.length() - end.length());
        assertThat(answerTo(start + field + end)).startsWith(OK);
        assertThat(answerTo(start + field + "x" + end)).startsWith(TOO_LARGE);
    }

    @Test
    void aHeadThatNeverEndsIsTooLarge() throws Exception {
        Client client = connect();
        client.send("GET /" + "x".repeat(MAX_HEAD_BYTES));
        client.shutdownOutput();
        assertThat(client.receive()).startsWith(TOO_LARGE);
        assertThat(answerTo("\r\n".repeat(MAX_HEAD_BYTES))).startsWith(TOO_LARGE);
    }

    @Test
    void aRequestMayComeInPackets() throws Exception {
        Client client = connect();
        for (char c : "\r\nGET /%73leep HTTP/1.1\r\nHost: x\r\n\r\n".toCharArray()) {
            client.send(String.valueOf(c));
        }
        gate.awaitVisits(1);
        gate.open();
        assertThat(client.receive()).startsWith(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void noPacketBoundaryHidesTheEndOfTheHead(String lineEnd) throws Exception {
        String request = "GET /a HTTP/1.1" + lineEnd + "Host: b" + lineEnd + lineEnd;
        for (int size = 1; size <= request.length(); size++) {
            Request read = Request.read(inPackets(size, lineEnd + request));
            assertThat(read.path()).isEqualTo("/a");
            assertThat(read.hasMore()).isFalse();
        }
    }

    @Test
    void aRequestThatIsCutShortIsABadRequest() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int length = 1; length < request.length(); length++) {
            Client client = connect();
            client.send(request.substring(0, length));
            client.shutdownOutput();
            assertThat(client.receive()).startsWith(BAD_REQUEST);
        }
    }

    @Test
    void aClientMayStopSendingAndStillGetsItsAnswer() throws Exception {
        Client client = connect();
        client.get("/");
        client.shutdownOutput();
        assertThat(client.receive()).startsWith(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void aClientThatAsksForNothingGetsNothing(String request) throws Exception {
        Client client = connect();
        client.send(request);
        client.shutdownOutput();
        assertThat(client.receive()).isEmpty();
    }

    @Test
    void aMuteClientIsDropped() throws Exception {
        Client client = connect(new ConnectionHandler(gate, LITTLE_PATIENCE));
        assertThat(client.receive()).isEmpty();
    }

    @Test
    void aClientThatDribblesIsDropped() throws Exception {
        Client client = connect(new ConnectionHandler(gate, LITTLE_PATIENCE));
        client.send("GET / HTTP/1.1\r\nX: ");
        // Bytes come far within the patience, and go on for far longer.
        long interval = LITTLE_PATIENCE.toMillis() / 20;
        ScheduledExecutorService dribble = Executors.newSingleThreadScheduledExecutor();
        Callable<Void> isDropped = () -> {
            client.send("x");
            return null;
        };
        Runnable send = () -> assertThatNoException().isThrownBy(isDropped::call);
        Future<?> end = dribble.scheduleAtFixedRate(send, 0, interval, MILLISECONDS);
        assertThat(end).failsWithin(WATCHDOG_SECONDS, SECONDS);
        dribble.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_023, 8_192, 65_536, 1_048_576, 8_388_608})
    void anAnswerIsNotLostToABodyThatNobodyReads(int length) throws Exception {
        String fields = " / HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n";
        String body = "x".repeat(length);
        String notAllowed = answerTo("POST / HTTP/1.1\r\n\r\n");
        assertThat(answerTo("POST" + fields + body)).isEqualTo(notAllowed);
        assertThat(answerTo("GET" + fields + body)).isEqualTo(answerToGet("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 15", "transfer-ENCODING: chunked"})
    void anAnswerIsNotLostToABodyThatComesAfterIt(String field) throws Exception {
        Client client = connect();
        client.send("POST / HTTP/1.1\r\n" + field + "\r\n\r\n");
        client.awaitAnswer();
        // If the server were gone, the first part would be reset and the second fail.
        client.send("5\r\nhello\r\n");
        client.send("0\r\n\r\n");
        assertThat(client.receive()).startsWith(NOT_ALLOWED);
    }

    @Test
    void anAnswerIsNotLostToWhatComesBeforeIt() throws Exception {
        Client client = connect();
        client.get("/sleep");
        gate.awaitVisits(1);
        client.get("/nothing-here");
        gate.open();
        client.awaitAnswer();
        client.get("/nothing-here");
        client.get("/nothing-here");
        assertThat(client.receive()).startsWith(OK);
    }

    @Test
    void nobodyWaitsForAClientThatHasNothingMoreToSay() throws Exception {
        Client client = connect();
        client.get("/");
        assertThat(ends.get(0)).succeedsWithin(WATCHDOG_SECONDS, SECONDS);
        assertThat(client.receive()).startsWith(OK);
    }

    @Test
    void anAnswerIsNotLostToASecondRequest() throws Exception {
        String second = "GET /nothing-here HTTP/1.1\r\n\r\n".repeat(10_000);
        String answer = answerTo("GET / HTTP/1.1\r\n\r\n" + second);
        assertThat(answer).isEqualTo(answerToGet("/"));
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws Exception {
        Client client = connect(new ConnectionHandler(gate, LITTLE_PATIENCE));
        client.send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = new byte[MAX_HEAD_BYTES];
        assertThatIOException().isThrownBy(() -> {
            while (true) {
                client.send(chunk);
            }
        });
    }

    @Test
    void aClientThatIsGoneBeforeTheAnswerIsForgotten() throws Exception {
        Client client = connect();
        client.get("/sleep");
        gate.awaitVisits(1);
        client.reset();
        gate.open();
        theHandlerThrowsNothingAndReturns();
    }

    @Test
    void nothingThatAClientSendsReachesTheConsole() throws Exception {
        String control = "HOSTILE \u0007\u001b[31m\r\n\r\n";
        String tlsHello = "\u0016\u0003\u0001\u0002\u0000\u0001 HOSTILE\r\n\r\n";
        String noPage = "GET /HOSTILE HTTP/1.1\r\nHost: HOSTILE\r\n\r\n";
        try (Console console = new Console()) {
            connect().close();
            assertThat(answerTo(control)).startsWith(BAD_REQUEST);
            assertThat(answerTo(tlsHello)).startsWith(BAD_REQUEST);
            assertThat(answerTo(noPage)).startsWith(NOT_FOUND);
            theHandlerThrowsNothingAndReturns();
            assertThat(console.output()).isEmpty();
            assertThat(console.errors()).isEmpty();
        }
    }

    @Test
    void everyWayToReadIsLimitedInTime() throws Exception {
        try (Client mute = Client.connect(listener.port());
                Socket connection = listener.iterator().next()) {
            mute.send("x");
            InputStream in = new TimedInput(connection, LITTLE_PATIENCE);
            assertThat(in.read()).isEqualTo('x');
            Class<?> timeout = SocketTimeoutException.class;
            assertThatIOException().isThrownBy(in::read).isInstanceOf(timeout);
            assertThatIOException().isThrownBy(() -> in.skip(1)).isInstanceOf(timeout);
            assertThatIOException().isThrownBy(in::readAllBytes).isInstanceOf(timeout);
        }
    }

    @Test
    void theConnectionIsClosedWhateverHappens() throws Exception {
        Runnable failure = () -> {
            throw new IllegalStateException("The pause has failed");
        };
        Client client = Client.connect(listener.port());
        clients.add(client);
        Socket connection = listener.iterator().next();
        client.get("/sleep");
        ConnectionHandler handler = new ConnectionHandler(failure, PATIENCE);
        assertThatIllegalStateException().isThrownBy(() -> handler.handle(connection));
        assertThat(client.receive()).isEmpty();
    }

    private Client connect() throws IOException {
        return connect(new ConnectionHandler(gate, PATIENCE));
    }

    /** Returns a new client that the handler serves in a thread of its own. */
    private Client connect(ConnectionHandler handler) throws IOException {
        Client client = Client.connect(listener.port());
        clients.add(client);
        Socket connection = listener.iterator().next();
        ends.add(threads.submit(() -> handler.handle(connection)));
        return client;
    }

    /** The whole request is sent before the first byte of the answer is read. */
    private String answerTo(String request) throws IOException {
        Client client = connect();
        client.send(request);
        return client.receive();
    }

    private String answerToGet(String target) throws IOException {
        return answerTo("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private static String fields(int length) {
        return "Content-Type: text/html; charset=utf-8\r\n"
                + "Content-Length: " + length + "\r\n"
                + "Connection: close\r\n";
    }

    /** A page as a client sees it: a character stands for a byte. */
    private static String page(String name) throws IOException {
        try (InputStream page = Main.class.getResourceAsStream(name)) {
            return new String(page.readAllBytes(), ISO_8859_1);
        }
    }

    /** A stream that never gives more than so many bytes at once. */
    private static InputStream inPackets(int size, String text) {
        InputStream whole = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
        return new FilterInputStream(whole) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(size, length));
            }
        };
    }
}
