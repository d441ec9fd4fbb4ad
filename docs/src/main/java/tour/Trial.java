package tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The traffic that every stage gets. A {@code /sleep}, with {@code /} beside it; four more, and a
 * {@code /} behind them; when nobody waits any more, five at once, and a signal while they are being
 * served; and somebody who comes after the signal.
 */
final class Trial {
    /** How many clients there are before the last five. */
    static final int FIRST = 8;

    /** How many of them are under way when the signal comes. */
    static final int LAST = 5;

    /** All of them and the one who comes too late. */
    static final int CLIENTS = FIRST + LAST + 1;

    /** The number of the client who asks for {@code /} beside the first {@code /sleep}. */
    static final int BESIDE = 2;

    private final Journal recording = new Journal();
    private final List<Client> clients = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private final Duration pause;
    private final Duration limit;

    /**
     * @param pause how long a {@code /sleep} takes
     * @param limit how long a client waits before it gives up
     */
    Trial(Duration pause, Duration limit) {
        this.pause = pause;
        this.limit = limit;
    }

    Journal recording() {
        return recording;
    }

    /** Runs the stage of these classes and returns when its server has ended. */
    Outcome run(Children children, Path classes) throws IOException, InterruptedException {
        try (Server server = new Server(children, classes, pause, recording)) {
            int port = server.port();
            recording.start();
            ask(port, "/sleep");
            pass(0.2);
            ask(port, "/");
            pass(0.1);
            ask(port, "/");
            pass(0.2);
            for (int i = 0; i < 4; i++) {
                ask(port, "/sleep");
            }
            pass(0.1);
            ask(port, "/");
            awaitAnswers();
            pass(0.25);
            for (int i = 0; i < LAST; i++) {
                ask(port, "/sleep");
            }
            pass(0.5);
            server.stop();
            ask(port, "/");
            awaitAnswers();
            boolean ended = server.ends();
            return Outcome.of(recording.requests(), recording.threads(), ended);
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    private void ask(int port, String page) {
        Client client = new Client(clients.size() + 1, page, recording, limit);
        clients.add(client);
        if (client.ask(port)) {
            answers.add(CompletableFuture.runAsync(client::await, Trial::inThread));
        }
    }

    private static void inThread(Runnable task) {
        Thread thread = new Thread(task, "client");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitAnswers() {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private void pass(double pauses) throws InterruptedException {
        Thread.sleep((long) (pauses * pause.toMillis()));
    }
}
