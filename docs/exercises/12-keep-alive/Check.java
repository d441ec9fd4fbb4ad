package hello;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    /** Longer than any test takes, so that nobody is dropped. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(100);

    /** For a second try: a machine that is busy may be too slow for the first. */
    private static final Duration SOME_PATIENCE = Duration.ofSeconds(1);

    /** More than the server reads at once, and less than what fits into the buffers on the way. */
    private static final int MUCH = 50_000;

    private static final String OK = "200 OK";
    private static final String NOT_FOUND = "404 Not Found";

    private final Gate gate = new Gate();
    private final ConnectionHandler handler = new ConnectionHandler(gate, PATIENCE);
    private final Listener listener = Listener.open(0);
    private final List<Browser> browsers = new ArrayList<>();
    private final List<Caller> servers = new ArrayList<>();

    @AfterEach
    void theServerComesToItsEnd() throws Exception {
        gate.open();
        for (Browser browser : browsers) {
            browser.socket.close();
        }
        listener.close();
        for (Caller server : servers) {
            server.awaitEnd();
        }
    }

    @Test
    @Order(1)
    @DisplayName("a client gets one answer after the other on one connection")
    void several() throws Exception {
        Browser browser = connect();
        browser.send(get("/"));
        browser.expect(OK, "GET /");
        browser.send(get("/nothing-here"));
        browser.expect(NOT_FOUND, "GET /nothing-here, the second request");
        browser.send(get("/"));
        browser.expect(OK, "GET /, the third request");
    }

    @Test
    @Order(2)
    @DisplayName("an answer says Connection: close only if it is the last")
    void saysClose() throws Exception {
        Browser browser = connect();
        browser.send(get("/"));
        Answer answer = browser.expect(OK, "GET /");
        assertThat(answer.saysClose())
                .withFailMessage("the connection should stay open, and the answer says Connection: close")
                .isFalse();
    }

    @Test
    @Order(3)
    @DisplayName("requests that come ahead of the answers are answered too, in their order")
    void ahead() throws Exception {
        Browser browser = connect();
        browser.send(get("/") + get("/nothing-here") + get("/"));
        browser.sendsNoMore();
        browser.expect(OK, "the first of three requests that were sent at once");
        browser.expect(NOT_FOUND, "the second of three requests that were sent at once");
        browser.expect(OK, "the third of three requests that were sent at once");
    }

    @Test
    @Order(4)
    @DisplayName("half a request that comes ahead of an answer is not lost either")
    void halfAhead() throws Exception {
        Browser browser = connect();
        String second = get("/nothing-here");
        browser.send(get("/") + second.substring(0, 10));
        browser.expect(OK, "the first of two requests");
        browser.send(second.substring(10));
        browser.sendsNoMore();
        browser.expect(NOT_FOUND, "the second of two requests, half of which came along with the first");
    }

    @Test
    @Order(5)
    @DisplayName("an answer to HEAD has no body, and the connection stays open")
    void head() throws Exception {
        Browser browser = connect();
        browser.send("HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        browser.expectHead(OK, "HEAD /");
        browser.send(get("/"));
        browser.expect(OK, "GET / after HEAD /");
    }

    @Test
    @Order(6)
    @DisplayName("after a request with Connection: close, however it is written, the connection closes")
    void close() throws Exception {
        String[] fields = {"Connection: close", "connection:CLOSE", "Connection: keep-alive, close"};
        for (String field : fields) {
            assertLast(field);
        }
        assertLast("Connection: keep-alive", "Connection: close");
    }

    @Test
    @Order(7)
    @DisplayName("what only resembles Connection: close or HTTP/1.0 does not close it")
    void resemblesClose() throws Exception {
        String[] fields = {"Connection: keep-alive", "X-Connection: close", "X-Note: Connection: close"};
        for (String field : fields) {
            Browser browser = connect();
            browser.send(get("/", field));
            browser.expect(OK, "a request with " + field);
            browser.send(get("/"));
            browser.expect(OK, "the request after one with " + field);
        }
        Browser browser = connect();
        browser.send(get("/?HTTP/1.0"));
        browser.expect(OK, "GET /?HTTP/1.0 HTTP/1.1");
        browser.send(get("/"));
        browser.expect(OK, "the request after GET /?HTTP/1.0 HTTP/1.1");
    }

    @Test
    @Order(8)
    @DisplayName("after a request of HTTP/1.0 the connection closes")
    void oldVersion() throws Exception {
        Browser browser = connect();
        browser.send("GET / HTTP/1.0\r\n\r\n");
        assertLast(browser, browser.expect(OK, "GET / HTTP/1.0"), "a request of HTTP/1.0");
    }

    @Test
    @Order(9)
    @DisplayName("after an answer of 400, 405 or 431 the connection closes")
    void errors() throws Exception {
        assertError("nonsense\r\n\r\n", "400 Bad Request");
        assertError(get("/%"), "400 Bad Request");
        assertError("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "405 Method Not Allowed");
        assertError(get("/", "X: " + "x".repeat(8_192)), "431 Request Header Fields Too Large");
    }

    @Test
    @Order(10)
    @DisplayName("after a request that announces a body the connection closes")
    void body() throws Exception {
        String body = get("/nothing-here");
        for (String field : List.of("Content-Length: " + body.length(), "Transfer-Encoding: chunked")) {
            Browser browser = connect();
            browser.send(get("/", field) + body);
            assertLast(browser, browser.expect(OK, "GET / with a body"), "a request with " + field);
        }
    }

    @Test
    @Order(11)
    @DisplayName("each request has the whole time to itself")
    void wholeTime() throws Exception {
        assertOpen(connect(), "a connection");
        assertThat(answersAfterSleep(LITTLE_PATIENCE) || answersAfterSleep(SOME_PATIENCE))
                .withFailMessage("GET /sleep took longer than a client may take to send a request; the next request"
                        + " got no answer, though it was there in time: the server has closed the connection")
                .isTrue();
    }

    @Test
    @Order(12)
    @DisplayName("a client that asks for nothing more is dropped when its time is over")
    void silence() throws Exception {
        assertThat(isDropped(LITTLE_PATIENCE) || isDropped(SOME_PATIENCE))
                .withFailMessage("there was one request, and there was no answer, or more than one")
                .isTrue();
    }

    @Test
    @Order(13)
    @DisplayName("so is a client that sends a byte now and then")
    void dribble() throws Exception {
        assertThat(isDroppedThoughItSends(LITTLE_PATIENCE) || isDroppedThoughItSends(SOME_PATIENCE))
                .withFailMessage("a client got an answer, and then sent a byte of its next request now and then;"
                        + " when twice its time was over, it had not been dropped")
                .isTrue();
    }

    @Test
    @Order(14)
    @DisplayName("what has come behind the last request does not cost the client its answer")
    void behindTheLast() throws Exception {
        Browser browser = browser();
        browser.send(get("/", "Connection: close") + "x".repeat(MUCH));
        Thread server = serve(handler).thread;
        browser.expect(OK, "a request with Connection: close, with more behind it");
        Watchdog.await(() -> !server.isAlive() || reads(server));
        assertThat(server.isAlive())
                .withFailMessage("more came behind the last request, and the server closed the connection without"
                        + " reading it: that resets the connection, and a client may lose the answer")
                .isTrue();
    }

    @Test
    @Order(15)
    @DisplayName("four open connections occupy a pool of four: a fifth client waits until one closes")
    void occupied() throws Exception {
        servers.add(new Caller(() -> Main.serve(listener, handler, Long.MAX_VALUE)));
        for (int i = 0; i < 4; i++) {
            assertOpen(browser(), "the connection of client " + i);
        }
        Browser fifth = browser();
        fifth.send(get("/"));
        for (Browser browser : browsers.subList(0, 4)) {
            assertOpen(browser, "a connection while a fifth client waits");
        }
        assertThat(fifth.socket.getInputStream().available())
                .withFailMessage("four connections are open, and a fifth client has got an answer")
                .isZero();
        browsers.get(0).socket.close();
        fifth.expect(OK, "the request of the fifth client, after another has left");
    }

    private boolean answersAfterSleep(Duration patience) throws IOException {
        Gate sleep = new Gate();
        Browser browser = browser();
        browser.send(get("/sleep"));
        Thread server = serve(new ConnectionHandler(sleep, patience)).thread;
        try {
            Watchdog.await(() -> server.getState() == Thread.State.WAITING || !server.isAlive());
            browser.send(get("/"));
            long begin = System.nanoTime();
            Watchdog.await(() -> System.nanoTime() - begin > patience.toNanos());
        } finally {
            sleep.open();
        }
        return browser.answer(true) != null && browser.answer(true) != null;
    }

    private boolean isDropped(Duration patience) throws IOException {
        Browser browser = browser();
        browser.send(get("/"));
        serve(new ConnectionHandler(gate, patience));
        return browser.answer(true) != null && browser.answer(true) == null;
    }

    /** False if the client itself was so slow that a byte may have come too late. */
    private boolean isDroppedThoughItSends(Duration patience) throws IOException {
        Browser browser = browser();
        browser.send(get("/"));
        Thread server = serve(new ConnectionHandler(gate, patience)).thread;
        browser.answer(true);
        long begin = System.nanoTime();
        AtomicLong last = new AtomicLong(begin);
        AtomicLong longest = new AtomicLong();
        Watchdog.await(() -> {
            browser.send("x");
            long now = System.nanoTime();
            long pause = now - last.getAndSet(now);
            longest.accumulateAndGet(pause, Math::max);
            return !server.isAlive() || now - begin > 2 * patience.toNanos();
        });
        return !server.isAlive() && longest.get() < patience.toNanos() / 2;
    }

    private static boolean reads(Thread server) {
        return Stream.of(server.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("read"));
    }

    private void assertOpen(Browser browser, String which) throws IOException {
        for (String request : List.of("the first request", "the second request")) {
            browser.send(get("/"));
            browser.expect(OK, request + " on " + which);
        }
    }

    private void assertError(String request, String status) throws IOException {
        Browser browser = connect();
        browser.send(request);
        assertLast(browser, browser.expect(status, "a request that should get " + status), status);
    }

    private void assertLast(String... fields) throws IOException {
        String names = String.join(" and ", fields);
        Browser browser = connect();
        browser.send(get("/", fields));
        assertLast(browser, browser.expect(OK, names), "a request with " + names);
    }

    /** The server has to say that it will close, and to do it. */
    private void assertLast(Browser browser, Answer answer, String what) throws IOException {
        assertThat(answer.saysClose())
                .withFailMessage("after %s the answer should say Connection: close, and does not", what)
                .isTrue();
        browser.send(get("/"));
        browser.sendsNoMore();
        Answer next = browser.answer(true);
        assertThat(next)
                .withFailMessage("after %s the connection should be closed, and another answer came: %s", what, next)
                .isNull();
    }

    private static String get(String path, String... fields) {
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** Returns a new client that is served in a thread of its own. */
    private Browser connect() throws IOException {
        Browser browser = browser();
        serve(handler);
        return browser;
    }

    private Browser browser() throws IOException {
        Browser browser = new Browser(new Socket("127.0.0.1", listener.port()));
        browsers.add(browser);
        return browser;
    }

    private Caller serve(ConnectionHandler handler) {
        Socket connection = listener.iterator().next();
        Caller server = new Caller(() -> handler.handle(connection));
        servers.add(server);
        return server;
    }

    private record Answer(String head, String body) {
        private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

        String status() {
            return head.lines().findFirst().orElse("").replaceFirst("^HTTP/1\\.1 ", "");
        }

        boolean saysClose() {
            return head.contains("\r\nConnection: close\r\n");
        }

        @Override
        public String toString() {
            return status();
        }
    }

    /** A client that reads what belongs to one answer, and no more. */
    private static final class Browser {
        /** How long it waits for what must come; no more than a watchdog. */
        private static final int WATCHDOG_MILLIS = 10_000;

        final Socket socket;
        private final InputStream in;

        Browser(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(WATCHDOG_MILLIS);
        }

        void send(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            } catch (IOException e) {
                // The server has closed the connection: so says the answer that does not come.
            }
        }

        void sendsNoMore() {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                // As above.
            }
        }

        Answer expect(String status, String request) {
            return expect(status, request, answer(true));
        }

        Answer expectHead(String status, String request) {
            return expect(status, request, answer(false));
        }

        private static Answer expect(String status, String request, Answer answer) {
            assertThat(answer)
                    .withFailMessage("%s: no answer; the server has closed the connection", request)
                    .isNotNull();
            assertThat(answer.status())
                    .withFailMessage("%s: the answer should be %s, it is %s", request, status, answer)
                    .isEqualTo(status);
            return answer;
        }

        /** Returns the next answer, or null if the connection is closed. */
        Answer answer(boolean hasBody) {
            try {
                String head = head();
                Matcher length = Answer.LENGTH.matcher(head);
                boolean isSized = hasBody && length.find();
                byte[] body = in.readNBytes(isSized ? Integer.parseInt(length.group(1)) : 0);
                return head.isEmpty() ? null : new Answer(head, new String(body, ISO_8859_1));
            } catch (SocketTimeoutException e) {
                return fail("after " + WATCHDOG_MILLIS / 1_000 + " s there is no answer, and the connection is open");
            } catch (IOException e) {
                return null;
            }
        }

        private String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            return head.toString();
        }
    }
}
