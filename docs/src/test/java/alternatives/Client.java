package alternatives;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends the bytes it is told to, and shows all that it gets. */
final class Client implements Closeable {
    private static final int WATCHDOG_MILLIS = 30_000;
    private static final int BREATH_MILLIS = 100;

    private final Socket socket = new Socket();

    Client(int port) throws IOException {
        // A small one, so that the system does not take much for a client that does not read.
        socket.setReceiveBufferSize(64 * 1_024);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(WATCHDOG_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
    }

    Client send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Client get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** Says that nothing more will come. */
    Client shutdownOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Everything up to the end of the connection. */
    String receive() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Whether something has come; does not wait. */
    boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Takes a breath, and says whether the server has ended the connection meanwhile. */
    boolean isDroppedInABreath() throws IOException {
        socket.setSoTimeout(BREATH_MILLIS);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(WATCHDOG_MILLIS);
        }
    }

    /** Leaves without a goodbye: the server meets a reset, not the end of the stream. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
