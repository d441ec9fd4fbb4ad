package ground;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A program that listens, and its clients; closing it ends them all. */
public final class Server implements Closeable {
    /** How long to wait for what must come. */
    public static final int WATCHDOG_SECONDS = 30;

    private final Program program;
    private final List<Client> clients = new ArrayList<>();
    private OptionalInt port = OptionalInt.empty();

    public Server(Program program) {
        this.program = program;
    }

    public Program program() {
        return program;
    }

    /** Waits until it listens; false if it refuses to. */
    public boolean listens() throws InterruptedException {
        port = program.awaitPort(WATCHDOG_SECONDS);
        return port.isPresent();
    }

    /**
     * Waits until it listens.
     *
     * @throws Problem if it does not
     */
    public int port() throws InterruptedException {
        if (port.isEmpty() && !listens()) {
            throw new Problem("The server does not listen; it says: " + output());
        }
        return port.getAsInt();
    }

    /** Connects a client, which says nothing yet. */
    public Client connect() throws IOException, InterruptedException {
        Client client = new Client(port());
        clients.add(client);
        return client;
    }

    /** Connects a client that asks for a page. */
    public Client get(String path) throws IOException, InterruptedException {
        return connect().get(path);
    }

    /** All that it answers to a client that sends this. */
    public String answer(String request) throws IOException, InterruptedException {
        try (Client client = connect()) {
            return client.send(request).receive();
        }
    }

    /** Sends the signal that asks a program to end; returns when it has begun to, or has ended. */
    public void signal() throws InterruptedException {
        program.stop();
        program.await(lines -> lines.contains("Shutting down."), WATCHDOG_SECONDS);
    }

    /** Waits until it has ended; false if it does not end. */
    public boolean ends() throws InterruptedException {
        return program.awaitEnd(WATCHDOG_SECONDS * 1_000);
    }

    /** What it has printed, in one line. */
    public String output() {
        return String.join(" ", program.output());
    }

    @Override
    public void close() throws IOException {
        try (program) {
            for (Client client : clients) {
                client.close();
            }
        }
    }
}
