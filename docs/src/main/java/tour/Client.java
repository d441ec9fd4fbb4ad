package tour;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client with one request. What becomes of it goes into the recording. */
final class Client implements Closeable {
    private final Socket socket = new Socket();
    private final int number;
    private final String page;
    private final Journal recording;
    private final int limitMillis;

    /** @param limit how long it waits for an answer before it gives up */
    Client(int number, String page, Journal recording, Duration limit) {
        this.number = number;
        this.page = page;
        this.recording = recording;
        this.limitMillis = (int) limit.toMillis();
    }

    /** Connects and sends the request; false if that fails. */
    boolean ask(int port) {
        try {
            InetAddress local = InetAddress.getByName("127.0.0.1");
            socket.connect(new InetSocketAddress(local, port), limitMillis);
        } catch (IOException e) {
            recording.ended(number, page, Event.REFUSED);
            return false;
        }
        recording.connected(number, page, socket.getLocalPort());
        try {
            String request = "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            recording.ended(number, page, Event.CUT);
            return false;
        }
    }

    /** Waits for the answer, as long as the client's patience lasts. */
    void await() {
        recording.ended(number, page, end());
    }

    private Event end() {
        try {
            socket.setSoTimeout(limitMillis);
            byte[] bytes = socket.getInputStream().readAllBytes();
            return ground.Client.isWhole(bytes) ? Event.ANSWERED : Event.CUT;
        } catch (SocketTimeoutException e) {
            return Event.NEVER;
        } catch (IOException e) {
            return Event.CUT;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
