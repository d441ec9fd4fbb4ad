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
    private final Object pauses = new Object();
    private boolean isPaused; // guarded by pauses

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
                Worker worker = new Worker(id, channel, this::awaitResume);
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
        // Terminate: whoever takes it out, a worker or this sender, decides.
        if (isClosed.get() && channel.remove(message)) {
            throw new RejectedExecutionException("The pool is closed");
        }
    }

    /** Has no worker begin a job until {@link #resume()}. Does nothing once closed. */
    void pause() {
        synchronized (pauses) {
            // If close comes after this look, it resumes after this.
            isPaused = !isClosed.get();
        }
    }

    /** Has the workers go on. Does nothing if the pool is not paused. */
    void resume() {
        synchronized (pauses) {
            isPaused = false;
            pauses.notifyAll();
        }
    }

    /** The worker that calls it holds a job, which must not be lost by an interrupt. */
    private void awaitResume() {
        synchronized (pauses) {
            while (isPaused) {
                try {
                    pauses.wait();
                } catch (InterruptedException e) {
                    // Meant for an earlier job.
                }
            }
        }
    }

    /**
     * Takes no more jobs, resumes if paused, lets the workers run the jobs they have, and
     * returns when all workers have ended. An interrupt does not shorten the wait; its
     * flag stays set.
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
        // Before anything waits: paused workers take no message out of a full channel.
        resume();
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
