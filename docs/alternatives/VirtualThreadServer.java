package hello;

import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Stage 02's thread for each connection, of the cheap kind, and with a limit. */
public final class VirtualThreadServer {
    private static final int LIMIT = 10_000;

    private VirtualThreadServer() {}

    public static void main(String[] args) {
        Launcher.serve(VirtualThreadServer.class, args, VirtualThreadServer::serve);
    }

    private static void serve(Listener listener, ConnectionHandler handler) {
        Semaphore permits = new Semaphore(LIMIT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Socket connection : listener) {
                permits.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        handler.handle(connection);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
    }
}
