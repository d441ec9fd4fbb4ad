package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/** Workers that run the jobs they are given: more of them when there is more to do. */
final class ThreadPool implements AutoCloseable {
    private static final int CAPACITY = 1_024;

    private final List<Worker> workers;
    private final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(CAPACITY);
    private boolean isClosed; // guarded by this

    /** A pool that neither grows nor shrinks. */
    ThreadPool(int size) {
        this(size, size, Patience.of(Duration.ofMinutes(1)));
    }

    /**
     * Starts as many workers as there are at least.
     *
     * @param min how many workers there are at least, 1 or more
     * @param max how many workers there are at most
     * @param patience how long a worker waits for a job before it ends, if there are
     *     more than {@code min}
     * @throws IllegalArgumentException if min is less than 1, or max less than min
     */
    ThreadPool(int min, int max, Patience patience) {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("Not a range of sizes: " + min + " to " + max);
        }
        workers = new ArrayList<>();
        try {
            for (int id = 0; id < min; id++) {
                Worker worker = new Worker(id, channel, patience);
                worker.thread.start();
                workers.add(worker);
            }
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    /** Returns how many workers there are now. */
    int size() {
        return workers.size();
    }

    /**
     * Sends a job to the workers; waits for room while the channel is full.
     *
     * @throws RejectedExecutionException if the pool is closed, or if the caller is
     *     interrupted, before or while it waits; its interrupt flag stays set
     */
    synchronized void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
        if (isClosed) {
            throw new RejectedExecutionException("The pool is closed");
        }
        try {
            channel.put(new NewJob(job));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Interrupted", e);
        }
    }

    /**
     * Takes no more jobs, lets the workers run those it has, and returns when all
     * workers have ended. An interrupt does not shorten the wait; its flag stays set.
     *
     * @throws IllegalStateException if called by a job of this pool, which would wait
     *     for its own end
     */
    @Override
    public void close() {
        Thread caller = Thread.currentThread();
        if (workers.stream().anyMatch(worker -> worker.thread == caller)) {
            throw new IllegalStateException("A job cannot close the pool that runs it");
        }
        boolean isFirst = stopAccepting();
        if (isFirst) {
            System.out.println("Sending terminate message to all workers.");
            for (Worker worker : workers) {
                uninterruptibly(() -> channel.put(new Terminate()));
            }
        }
        for (Worker worker : workers) {
            if (isFirst) {
                System.out.println("Shutting down worker " + worker.id);
            }
            uninterruptibly(worker.thread::join);
        }
    }

    /** From here on no job follows into the channel. Returns false if closed before. */
    private synchronized boolean stopAccepting() {
        boolean isFirst = !isClosed;
        isClosed = true;
        return isFirst;
    }

    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static void uninterruptibly(Waiting waiting) {
        boolean isInterrupted = false;
        while (true) {
            try {
                waiting.await();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
