package hello;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * Answers one connection: reads a request, sends the answer, and so on until the last;
 * closes. A handler keeps nothing between connections, so that any number of threads may
 * share it.
 */
final class ConnectionHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String NOT_ALLOWED = "405 Method Not Allowed";
    private static final String TOO_LARGE = "431 Request Header Fields Too Large";

    /** A 405 has to name what it does allow (RFC 9110, section 15.5.6). */
    private static final String ALLOW = "Allow: GET, HEAD";

    private final Response hello = Response.page("200 OK", "hello.html");
    private final Response notFound = Response.page("404 Not Found", "404.html");
    private final Response badRequest = Response.notice("400 Bad Request");
    private final Response notAllowed = Response.notice(NOT_ALLOWED, ALLOW);
    private final Response tooLarge = Response.notice(TOO_LARGE);

    private final Runnable pause;
    private final Duration patience;

    ConnectionHandler() {
        this(ConnectionHandler::sleep, PATIENCE);
    }

    /**
     * A handler for tests, which cannot wait for the real times.
     *
     * @param pause what {@code /sleep} does before it answers
     * @param patience how long a client may take to send a request, from the last answer on
     */
    ConnectionHandler(Runnable pause, Duration patience) {
        this.pause = pause;
        this.patience = patience;
    }

    /** Never throws for what a client does: one that is gone or too slow is dropped. */
    void handle(Socket connection) {
        try (connection) {
            Request request = answerNext(connection, new byte[0]);
            while (!request.isLast()) {
                request = answerNext(connection, request.rest());
            }
            InputStream in = connection.getInputStream();
            if (request.hasMore() || in.available() > 0) {
                discardInput(connection);
            }
        } catch (IOException e) {
            // The client is gone or too slow: nobody is left to tell.
        }
    }

    /**
     * Reads a request, and answers it unless the client has left.
     *
     * @param ahead what has come of it already
     * @throws IOException if the client is gone or its time is over
     */
    private Request answerNext(Socket connection, byte[] ahead) throws IOException {
        InputStream come = new ByteArrayInputStream(ahead);
        InputStream toCome = new TimedInput(connection, patience);
        Request request = Request.read(new SequenceInputStream(come, toCome));
        if (!request.isEmpty()) {
            OutputStream out = connection.getOutputStream();
            answer(request).writeTo(out, request.isHead(), request.isLast());
        }
        return request;
    }

    private Response answer(Request request) {
        if (request.isTooLarge()) {
            return tooLarge;
        }
        if (!request.isValid()) {
            return badRequest;
        }
        if (!request.isGet() && !request.isHead()) {
            return notAllowed;
        }
        if (!request.hasPath()) {
            return badRequest;
        }
        return switch (request.path()) {
            case "/" -> hello;
            case "/sleep" -> {
                pause.run();
                yield hello;
            }
            default -> notFound;
        };
    }

    /**
     * Reads what the client still sends. A socket that is closed with bytes unread
     * resets the connection; the client may lose the answer (RFC 9112, section 9.6).
     */
    private void discardInput(Socket connection) throws IOException {
        connection.shutdownOutput();
        InputStream in = new TimedInput(connection, patience);
        byte[] buffer = new byte[8 * 1_024];
        while (in.read(buffer) >= 0) {
            // Nobody wants it.
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
