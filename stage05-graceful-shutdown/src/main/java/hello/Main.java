package hello;

import java.net.Socket;
import java.util.concurrent.RejectedExecutionException;

/** The program: opens the listener and hands on each connection. */
public final class Main {
    private static final long GRACE_MILLIS = 30_000;

    private Main() {}

    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.parse(args);
            ConnectionHandler handler = new ConnectionHandler();
            try (Listener listener = Listener.open(arguments.port())) {
                stopOnSignal(listener);
                System.out.println("Listening on " + listener.url());
                serve(listener, handler, arguments.connections());
            }
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(e.exitStatus());
        }
    }

    static void serve(Listener listener, ConnectionHandler handler, long connections) {
        try (ThreadPool pool = new ThreadPool(4);
                listener) {
            long accepted = 0;
            for (Socket connection : listener) {
                try {
                    pool.execute(() -> handler.handle(connection));
                } catch (RejectedExecutionException e) {
                    // Interrupted: this thread answers its last client, and stops.
                    handler.handle(connection);
                    break;
                }
                if (++accepted == connections) {
                    break;
                }
            }
            System.out.println("Shutting down.");
        }
    }

    /** On a signal the JVM exits as soon as its hooks return: this one waits. */
    private static void stopOnSignal(Listener listener) {
        Thread server = Thread.currentThread();
        Thread hook = new Thread(() -> stop(listener, server), "shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come before: the JVM is exiting.
            listener.close();
        }
    }

    private static void stop(Listener listener, Thread server) {
        listener.close();
        try {
            server.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
