package hello;

import java.io.IOException;

/** What the servers of this folder do as stage 05 does: start, and end in order. */
final class Launcher {
    static final String ADDRESS = "127.0.0.1";
    private static final String STAGE_USAGE = "hello.Main [port] [connections]";
    private static final long GRACE_MILLIS = 30_000;

    private Launcher() {}

    /** Serves until the listener is closed and what was accepted is answered. */
    interface Server {
        void serve(Listener listener, ConnectionHandler handler);
    }

    /** Opens a server on a port, and serves or has it serve. */
    interface Program {
        void run(int port) throws IOException;
    }

    /** Runs a server that is handed its connections by stage 05's listener. */
    static void serve(Class<?> program, String[] args, Server server) {
        run(program, args, port -> {
            try (Listener listener = Listener.open(port)) {
                stopOnSignal(listener::close);
                announce(listener.port());
                server.serve(listener, new ConnectionHandler());
            }
        });
    }

    /** Runs a program; what keeps it from starting is one line and an exit status. */
    static void run(Class<?> program, String[] args, Program body) {
        String usage = program.getName() + " [port]";
        try {
            if (args.length > 1) {
                String problem = "There are too many arguments. Usage: " + usage;
                throw new StartupException(2, problem);
            }
            body.run(Arguments.parse(args).port());
        } catch (StartupException e) {
            System.err.println(e.getMessage().replace(STAGE_USAGE, usage));
            System.exit(e.exitStatus());
        } catch (IOException e) {
            System.err.println("The server cannot go on: " + e);
            System.exit(1);
        }
    }

    static void announce(int port) {
        System.out.println("Listening on http://" + ADDRESS + ":" + port + "/");
    }

    /** Says what {@link Listener#open} says when the port cannot be had. */
    static StartupException cannotListen(int port, IOException cause) {
        String problem = ADDRESS + ":" + port + ": " + cause.getMessage();
        String hint = "Choose another port above 1023, or stop what uses this one.";
        return new StartupException(1, "Cannot listen on " + problem + ". " + hint);
    }

    /**
     * On a signal, stops the server and waits until the calling thread has ended.
     *
     * @param stop lets no further connection in; is called by another thread
     */
    static void stopOnSignal(Runnable stop) {
        Thread server = Thread.currentThread();
        Thread hook = new Thread(() -> stop(stop, server), "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stop(Runnable stop, Thread server) {
        System.out.println("Shutting down.");
        stop.run();
        try {
            server.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
