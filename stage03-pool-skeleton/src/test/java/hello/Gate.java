package hello;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A pause that lasts until the test ends it. */
final class Gate implements Runnable {
    private final Queue<Thread> visitors = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> opening = new CompletableFuture<>();

    /** Notes who has come, and waits until the gate is open. */
    @Override
    public void run() {
        visitors.add(Thread.currentThread());
        opening.join();
    }

    /** Waits for so many visits, and returns the threads that have come up to then. */
    List<Thread> awaitVisits(int count) {
        Watchdog.await(() -> visitors.size() >= count);
        return List.copyOf(visitors);
    }

    /** Lets all pass, those who wait and those who are still to come. */
    void open() {
        opening.complete(null);
    }
}
