package tour;

import ground.Client;
import ground.Program;
import ground.Server;
import ground.Workshop;
import java.io.File;
import java.io.IOException;
import java.net.SocketTimeoutException;
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

    private final Journal journal = new Journal();
    private final List<Client> clients = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private int asked;
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

    Journal journal() {
        return journal;
    }

    /** Runs the stage of these classes and returns when its server has ended. */
    Outcome run(Workshop workshop, Path classes) throws IOException, InterruptedException {
        String classPath = classes + File.pathSeparator + Program.classesOf(Watched.class);
        String millis = String.valueOf(pause.toMillis());
        try (Server server = new Server(workshop.java(classPath, "tour.Watched", millis))) {
            Thread reader = inThread(() -> follow(server.program()));
            int port = server.port();
            journal.start();
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
            journal.signalled();
            server.signal();
            ask(port, "/");
            awaitAnswers();
            boolean hasEnded = server.ends();
            if (hasEnded) {
                reader.join();
            }
            return Outcome.of(journal.requests(), journal.threads(), hasEnded);
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    /** Writes what the server prints into the journal. */
    private void follow(Program server) {
        try {
            server.follow(line -> Notice.parse(line).ifPresent(journal::note));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a request, and writes what happens to it into the journal. */
    private void ask(int port, String page) {
        int number = ++asked;
        long since = journal.now();
        try {
            Client client = new Client(port, (int) limit.toMillis());
            clients.add(client);
            journal.connected(number, page, client.port(), since);
            client.get(page);
            CompletableFuture<Void> answer = new CompletableFuture<>();
            answers.add(answer);
            inThread(() -> {
                journal.ended(number, page, end(client));
                answer.complete(null);
            });
        } catch (IOException e) {
            journal.ended(number, page, Event.REFUSED);
        }
    }

    /** Waits for the answer, as long as the client's patience lasts. */
    private static Event end(Client client) {
        try {
            return Client.isWhole(client.receive()) ? Event.ANSWERED : Event.CUT;
        } catch (SocketTimeoutException e) {
            return Event.NEVER;
        } catch (IOException e) {
            return Event.CUT;
        }
    }

    private static Thread inThread(Runnable task) {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void awaitAnswers() {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private void pass(double pauses) throws InterruptedException {
        Thread.sleep((long) (pauses * pause.toMillis()));
    }
}
