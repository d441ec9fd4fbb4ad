package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that sends exactly what it is told and hides nothing of the answer. A well
 * behaved library would not let a test be as rude as the clients of the real world.
 */
final class Client implements AutoCloseable {
    private final Socket socket;

    private Client(Socket socket) {
        this.socket = socket;
    }

    static Client connect(int port) throws IOException {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        Socket socket = new Socket(local, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(WATCHDOG_SECONDS * 1_000);
        return new Client(socket);
    }

    /** Sends a request for a page, as a browser would. */
    void get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Tells the server that nothing more will come; it may still answer. */
    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Waits until an answer begins to arrive, and leaves it unread. */
    void awaitAnswer() {
        Watchdog.await(() -> socket.getInputStream().available() > 0);
    }

    /**
     * Waits until the server closes the connection; returns all that it has sent.
     *
     * @throws java.net.SocketTimeoutException if the server keeps the client waiting
     */
    String receive() throws IOException {
        byte[] bytes = socket.getInputStream().readAllBytes();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Leaves without a goodbye: the server meets a reset, not an end of stream. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
