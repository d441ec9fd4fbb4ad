package hello;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The listening socket, open to this machine alone. Iterating waits for the next
 * connection and ends when the listener is closed, which any thread may do at any time.
 */
final class Listener implements Iterable<Socket>, AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int BACKLOG = 1_024;
    private static final long MILLIS_AFTER_FAILURE = 1_000;

    private final ServerSocket socket;

    private Listener(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Starts to listen.
     *
     * @param port the port, 0 for a free one
     * @throws StartupException with exit status 1, if it cannot listen on the port
     */
    static Listener open(int port) {
        try {
            InetAddress local = InetAddress.getByName(ADDRESS);
            return new Listener(new ServerSocket(port, BACKLOG, local));
        } catch (IOException e) {
            String problem = ADDRESS + ":" + port + ": " + e.getMessage();
            String hint = "Choose another port above 1023, or stop what uses this one.";
            throw new StartupException(1, "Cannot listen on " + problem + ". " + hint);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://" + ADDRESS + ":" + port() + "/";
    }

    @Override
    public Iterator<Socket> iterator() {
        return new Iterator<>() {
            private Socket next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = accept();
                }
                return next != null;
            }

            @Override
            public Socket next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The listener is closed");
                }
                Socket connection = next;
                next = null;
                return connection;
            }
        };
    }

    /** Returns null once the listener is closed. */
    private Socket accept() {
        while (true) {
            try {
                return socket.accept();
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return null;
                }
                // The system is out of something, file descriptors as a rule: without a
                // pause this loop would take the processor that is needed to free them.
                System.err.println("Cannot accept a connection: " + e.getMessage());
                pauseAfterFailure();
            }
        }
    }

    private static void pauseAfterFailure() {
        // With the interrupt flag set, no pause would last.
        boolean isInterrupted = Thread.interrupted();
        try {
            Thread.sleep(MILLIS_AFTER_FAILURE);
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
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
