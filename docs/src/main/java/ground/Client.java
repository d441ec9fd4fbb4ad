package ground;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends whatever its caller wants, and shows all that it gets. */
public final class Client implements Closeable {
    private static final int WATCHDOG_MILLIS = 30_000;
    private static final int BREATH_MILLIS = 100;

    private final Socket socket = new Socket();
    private final int limitMillis;

    /** Connects to a server on this machine. */
    public Client(int port) throws IOException {
        this(port, WATCHDOG_MILLIS);
    }

    /** @param limitMillis how long it waits for the connection, and then for each read */
    public Client(int port, int limitMillis) throws IOException {
        this.limitMillis = limitMillis;
        // Small, so that the system buffers little for a client that does not read.
        socket.setReceiveBufferSize(64 * 1_024);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(limitMillis);
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), limitMillis);
    }

    /** Its own port, by which the server knows it. */
    public int port() {
        return socket.getLocalPort();
    }

    public Client send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // The server has cut the connection; the caller sees that when it waits for the answer.
        }
        return this;
    }

    public Client get(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** Says that nothing more will come. */
    public Client shutdownOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the connection ends, a character for each byte. */
    public String receive() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The first bytes of what comes, as many as asked for. */
    public String receive(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    /** Waits for the answer; false unless all of it comes in time. */
    public boolean isAnswered(int seconds) {
        try {
            socket.setSoTimeout(seconds * 1_000);
            return isWhole(receive());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the answer has the status 200 and the length that it claims. */
    public static boolean isWhole(String received) {
        String[] answer = received.split("\r\n\r\n", 2);
        if (answer.length < 2) {
            return false;
        }
        // The case of a field's name does not matter (RFC 9110, section 5.1).
        String head = answer[0].toLowerCase(Locale.ROOT) + "\r\n";
        return head.startsWith("http/1.1 200 ok\r\n")
                && head.contains("\r\ncontent-length: " + answer[1].length() + "\r\n");
    }

    /** Whether something has come; does not wait. */
    public boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Waits for a moment, and says whether the server has ended the connection by then. */
    public boolean isDroppedInABreath() throws IOException {
        socket.setSoTimeout(BREATH_MILLIS);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(limitMillis);
        }
    }

    /** Leaves without a goodbye: the server sees a reset, not the end of the stream. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
