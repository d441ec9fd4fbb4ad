package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** A server in a thread of its own; its slow requests wait at the test's gate. */
final class Server implements AutoCloseable {
    /** Longer than any test waits, so that nobody is dropped. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    final Gate gate = new Gate();
    final Listener listener = Listener.open(0);
    final Thread thread;
    private final Future<Void> end;
    private final List<Client> clients = new ArrayList<>();

    Server() {
        this(PATIENCE);
    }

    /** @param patience how long a client may take to send its request */
    Server(Duration patience) {
        ConnectionHandler handler = new ConnectionHandler(gate, patience);
        Runnable serve = () -> Main.serve(listener, handler);
        FutureTask<Void> task = new FutureTask<>(serve, null);
        thread = new Thread(task, "server");
        thread.start();
        end = task;
    }

    /** Returns a new client, which is closed together with the server. */
    Client connect() throws IOException {
        Client client = Client.connect(listener.port());
        clients.add(client);
        return client;
    }

    /** Returns a new client that has sent a request for this path. */
    Client request(String path) throws IOException {
        Client client = connect();
        client.get(path);
        return client;
    }

    /** Returns when the server has ended; fails if it ended by an exception. */
    void awaitEnd() {
        assertThat(end).succeedsWithin(WATCHDOG_SECONDS, SECONDS);
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
        listener.close();
        gate.open();
        awaitEnd();
    }
}
