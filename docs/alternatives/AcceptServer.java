package hello;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Stage 05 without a channel: each of four threads accepts, answers, accepts again. */
public final class AcceptServer {
    private static final int THREADS = 4;

    private AcceptServer() {}

    public static void main(String[] args) {
        Launcher.serve(AcceptServer.class, args, AcceptServer::serve);
    }

    private static void serve(Listener listener, ConnectionHandler handler) {
        List<Thread> threads = new ArrayList<>();
        for (int id = 0; id < THREADS; id++) {
            Runnable loop = () -> answerAll(listener, handler);
            Thread thread = new Thread(loop, "server-" + id);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(AcceptServer::join);
    }

    /** Ends when the listener is closed and the last answer is sent. */
    private static void answerAll(Listener listener, ConnectionHandler handler) {
        for (Socket connection : listener) {
            try {
                handler.handle(connection);
            } catch (Throwable e) { // must not cost the thread
                System.err.println("A connection failed: " + e);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
