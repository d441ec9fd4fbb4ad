package hello;

import java.net.Socket;

/** The program: opens the listener and hands on each connection. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.parse(args);
            ConnectionHandler handler = new ConnectionHandler();
            try (Listener listener = Listener.open(arguments.port())) {
                System.out.println("Listening on " + listener.url());
                serve(listener, handler);
            }
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(e.exitStatus());
        }
    }

    static void serve(Listener listener, ConnectionHandler handler) {
        ThreadPool pool;
        try {
            pool = ThreadPool.create(4);
        } catch (PoolCreationException e) {
            throw new AssertionError("Four is a size", e);
        }
        for (Socket connection : listener) {
            pool.execute(() -> handler.handle(connection));
        }
    }
}
