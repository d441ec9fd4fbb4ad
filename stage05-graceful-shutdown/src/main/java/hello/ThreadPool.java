package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool implements AutoCloseable {
    private static final int CAPACITY = 1_024;

    final List<Worker> workers;
    private final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /**
     * Starts the workers.
     *
     * @param size how many workers there are, at least 1
     * @throws IllegalArgumentException if the size is less than 1
     */
    ThreadPool(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("The size must be at least 1: " + size);
        }
        workers = new ArrayList<>(size);
        try {
            for (int id = 0; id < size; id++) {
                Worker worker = new Worker(id, channel);
                worker.thread.start();
                workers.add(worker);
            }
        } catch (Throwable e) {
            close();
            throw e;
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
        if (isClosed.get()) {
            throw new RejectedExecutionException("The pool is closed");
        }
        try {
            channel.put(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Interrupted", e);
        }
        // If the pool has been closed meanwhile, the message may be behind the last
        // Terminate: the one that takes it out, a worker or this sender, decides.
        if (isClosed.get() && channel.remove(message)) {
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
        if (workers.stream().anyMatch(worker -> worker.thread == caller)) {
            throw new IllegalStateException("A job cannot close the pool that runs it");
        }
        Message terminate = new Terminate();
        boolean isFirst = isClosed.compareAndSet(false, true);
        if (isFirst) {
            System.out.println("Sending terminate message to all workers.");
            for (Worker worker : workers) {
                uninterruptibly(() -> channel.put(terminate));
            }
        }
        for (Worker worker : workers) {
            if (isFirst) {
                System.out.println("Shutting down worker " + worker.id);
            }
            uninterruptibly(worker.thread::join);
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
