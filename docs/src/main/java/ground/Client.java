package ground;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that keeps a request as long as it likes. */
public final class Client implements Closeable {
    /** When to give up: what takes longer does not come. The slow page takes 5 s. */
    public static final int PATIENCE_SECONDS = 7;

    private final Socket socket;

    public Client(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    }

    public void ask(String page) {
        begin(page);
        finish();
    }

    /** Sends a request but for its last line. */
    public void begin(String page) {
        send("GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    }

    public void finish() {
        send("\r\n");
    }

    private void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The server has cut the connection: no answer will come.
        }
    }

    /** Waits for the answer; false if it does not come, or not whole. */
    public boolean isAnswered() {
        return isAnswered(PATIENCE_SECONDS);
    }

    public boolean isAnswered(int seconds) {
        try {
            socket.setSoTimeout(seconds * 1_000);
            return isWhole(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it is an answer of 200, and as long as it says. */
    public static boolean isWhole(byte[] bytes) {
        String[] answer = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2);
        if (answer.length < 2) {
            return false;
        }
        // The case of a field's name does not matter (RFC 9110, section 5.1).
        String head = answer[0].toLowerCase(Locale.ROOT) + "\r\n";
        return head.startsWith("http/1.1 200 ok\r\n")
                && head.contains("\r\ncontent-length: " + answer[1].length() + "\r\n");
    }

    /** Whether an answer has begun to come; does not wait for it. */
    public boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
