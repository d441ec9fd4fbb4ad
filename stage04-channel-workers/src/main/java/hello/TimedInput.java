package hello;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What a client sends, for a limited time. A socket's own timeout starts again at each
 * read, so that a client which sends a byte now and then would never meet it.
 */
final class TimedInput extends InputStream {
    private final Socket connection;
    private final InputStream in;
    private final long deadline;

    TimedInput(Socket connection, Duration limit) throws IOException {
        this.connection = connection;
        this.in = connection.getInputStream();
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** @throws SocketTimeoutException if the time is over before a byte has come */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("The time for reading is over");
        }
        connection.setSoTimeout((int) millis);
        return in.read(buffer, offset, length);
    }

    /** @throws SocketTimeoutException if the time is over before a byte has come */
    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
