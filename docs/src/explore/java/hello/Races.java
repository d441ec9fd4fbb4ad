package hello;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Senders, an interrupter and two closers race, round after round, each round with a new pool.
 * Whatever comes first: a job that was accepted has run once when the pool is closed, and one
 * that was refused has not run.
 */
public final class Races {
    private static final int SENDERS = 3;
    private static final int JOBS = 4;

    private final Phaser phaser = new Phaser(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger ran = new AtomicInteger();
    /** One object: only the message tells its jobs from one another. */
    private final Runnable job = ran::incrementAndGet;

    private final List<Thread> senders = new ArrayList<>();
    private volatile ThreadPool pool;
    private volatile String fault;

    /** @param args how many rounds to run */
    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[0]);
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        String report = new Races().run(rounds);
        console.println(report);
        System.exit(report.startsWith("nothing") ? 0 : 1);
    }

    private String run(int rounds) {
        for (int i = 0; i < SENDERS; i++) {
            senders.add(start(this::send));
        }
        start(() -> senders.forEach(Thread::interrupt));
        start(this::close);
        start(this::close);
        long total = 0;
        long refused = 0;
        for (int round = 0; round < rounds && fault == null; round++) {
            accepted.set(0);
            ran.set(0);
            pool = new ThreadPool(1 + round % 2);
            phaser.arriveAndAwaitAdvance();
            phaser.arriveAndAwaitAdvance();
            total += accepted.get();
            refused += SENDERS * JOBS - accepted.get();
            if (accepted.get() != ran.get()) {
                return "round " + round + ": " + accepted + " jobs were accepted, " + ran + " have run";
            }
        }
        String counts = total + " jobs were accepted and have run, " + refused + " were refused and have not";
        return fault != null ? fault : "nothing went wrong in " + rounds + " rounds: " + counts;
    }

    private Thread start(Runnable part) {
        phaser.register();
        Thread thread = new Thread(() -> {
            while (true) {
                phaser.arriveAndAwaitAdvance();
                part.run();
                phaser.arriveAndAwaitAdvance();
                // What comes from this round must not meet the next.
                Thread.interrupted();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void send() {
        for (int i = 0; i < JOBS; i++) {
            try {
                pool.execute(job);
                accepted.incrementAndGet();
            } catch (RejectedExecutionException e) {
                Thread.interrupted();
            }
        }
    }

    private void close() {
        ThreadPool mine = pool;
        mine.close();
        if (mine.workers.stream().anyMatch(worker -> worker.thread.isAlive())) {
            fault = "a worker outlives close";
        }
    }
}
