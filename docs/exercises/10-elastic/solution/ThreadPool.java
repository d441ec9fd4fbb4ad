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
import java.util.concurrent.atomic.AtomicBoolean;

/** Workers that run the jobs they are given: more of them when there is more to do. */
final class ThreadPool implements AutoCloseable {
    private static final int CAPACITY = 1_024;

    private final int min;
    private final int max;
    private final Patience patience;
    private final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean isClosed = new AtomicBoolean();

    // Guarded by workers; nobody waits for anything else with this lock.
    private final List<Worker> workers = new ArrayList<>();
    private final List<Worker> dismissed = new ArrayList<>();
    private int unfinished; // jobs that wait or are being run
    private int nextId;

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
        this.min = min;
        this.max = max;
        this.patience = patience;
        try {
            for (int i = 0; i < min; i++) {
                hire();
            }
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    /** Returns how many workers there are now. */
    int size() {
        synchronized (workers) {
            return workers.size();
        }
    }

    /**
     * Sends a job to the workers; waits for room while the channel is full.
     *
     * @throws RejectedExecutionException if the pool is closed or the caller is
     *     interrupted (its interrupt flag stays set), before or while it waits; the job
     *     will not run
     */
    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
        Message message = new NewJob(job);
        expectJob();
        try {
            channel.put(message);
        } catch (InterruptedException e) {
            finished();
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Interrupted", e);
        }
        // If the pool has been closed meanwhile, the message may be behind the last
        // Terminate: whoever takes it out, a worker or this sender, decides.
        if (isClosed.get() && channel.remove(message)) {
            finished();
            throw new RejectedExecutionException("The pool is closed");
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
        if (all().stream().anyMatch(worker -> worker.thread == caller)) {
            throw new IllegalStateException("A job cannot close the pool that runs it");
        }
        Message terminate = new Terminate();
        boolean isFirst = stopAccepting();
        if (isFirst) {
            System.out.println("Sending terminate message to all workers.");
            for (int size = size(); size > 0; size--) {
                uninterruptibly(() -> channel.put(terminate));
            }
        }
        for (Worker worker : all()) {
            if (isFirst) {
                System.out.println("Shutting down worker " + worker.id);
            }
            uninterruptibly(worker.thread::join);
        }
    }

    /** From here on workers neither come nor go. Returns false if closed before. */
    private boolean stopAccepting() {
        synchronized (workers) {
            return isClosed.compareAndSet(false, true);
        }
    }

    /** Has a worker for one job more, if there may be one more worker. */
    private void expectJob() {
        synchronized (workers) {
            if (isClosed.get()) {
                throw new RejectedExecutionException("The pool is closed");
            }
            if (unfinished >= workers.size() && workers.size() < max) {
                hire();
            }
            unfinished++;
        }
    }

    private void hire() {
        synchronized (workers) {
            Worker worker = new Worker(nextId, channel, patience, this);
            worker.thread.start();
            workers.add(worker);
            nextId++;
        }
    }

    /** A job that was expected has been run, or has been refused after all. */
    void finished() {
        synchronized (workers) {
            unfinished--;
        }
    }

    /** Returns whether a worker that has waited in vain is to end. */
    boolean dismiss(Worker worker) {
        synchronized (workers) {
            boolean isNeeded = workers.size() == min || unfinished >= workers.size();
            if (isNeeded || isClosed.get()) {
                return false;
            }
            workers.remove(worker);
            dismissed.removeIf(other -> !other.thread.isAlive());
            dismissed.add(worker);
            return true;
        }
    }

    /** The workers that are there, and those that may not have ended yet. */
    private List<Worker> all() {
        synchronized (workers) {
            List<Worker> all = new ArrayList<>(workers);
            all.addAll(dismissed);
            return all;
        }
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
