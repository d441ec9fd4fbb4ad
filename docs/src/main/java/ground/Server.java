package ground;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A server to be probed, with its clients; closing it ends them all. */
public final class Server implements Closeable {
    /** How long to wait for what must come. */
    public static final int WATCHDOG_SECONDS = 30;

    private final Program program;
    private final List<Client> clients = new ArrayList<>();

    public Server(Program program) {
        this.program = program;
    }

    /** Waits until the server listens; false if it refuses to. */
    public boolean listens() throws InterruptedException {
        return program.awaitPort(WATCHDOG_SECONDS).isPresent();
    }

    /** Connects a client, which says nothing yet. */
    public Client connect() throws IOException, InterruptedException {
        String port = program.awaitPort(WATCHDOG_SECONDS)
                .orElseThrow(() -> new IllegalStateException("The server does not listen: " + output()));
        Client client = new Client(Integer.parseInt(port));
        clients.add(client);
        return client;
    }

    /** Connects a client that asks for a page. */
    public Client ask(String page) throws IOException, InterruptedException {
        Client client = connect();
        client.ask(page);
        return client;
    }

    /** The most threads that the server has had alive at one time, as its JVM counts them. */
    public int peakThreads() throws IOException, InterruptedException {
        return program.counter("java.threads.livePeak");
    }

    /** Sends the signal that asks a program to end; returns when it has begun to, or has ended. */
    public void signal() throws InterruptedException {
        program.stop();
        program.await(lines -> lines.contains("Shutting down."), WATCHDOG_SECONDS);
    }

    /** Waits until the program ends by itself; false if it goes on or has failed. */
    public boolean ends() throws InterruptedException {
        return program.awaitEnd(WATCHDOG_SECONDS * 1_000) && program.status() == 0;
    }

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
