package hello;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What a client sends, for a limited time. A socket's own timeout starts anew at each
 * read, so that a client which sends a byte now and then would never meet it.
 */
final class TimedInput extends FilterInputStream {
    private final Socket connection;
    private final long deadline;

    TimedInput(Socket connection, Duration limit) throws IOException {
        super(connection.getInputStream());
        this.connection = connection;
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
        return super.read(buffer, offset, length);
    }
}
