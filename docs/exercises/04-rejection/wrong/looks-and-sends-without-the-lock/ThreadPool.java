package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool implements AutoCloseable {
    private static final int CAPACITY = 1_024;

    final List<Worker> workers;
    private final BlockingQueue<Message> channel;
    private final Rejection rejection;
    private boolean isClosed; // guarded by this

    /** Starts the workers; a sender waits while the channel is full. */
    ThreadPool(int size) {
        this(size, CAPACITY, Rejection.WAIT);
    }

    /**
     * Starts the workers.
     *
     * @param size how many workers there are, at least 1
     * @param capacity how many jobs can wait in the channel, at least 1
     * @param rejection what becomes of a job that finds the channel full
     * @throws IllegalArgumentException if the size or the capacity is less than 1
     */
    ThreadPool(int size, int capacity, Rejection rejection) {
        if (size < 1) {
            throw new IllegalArgumentException("The size must be at least 1: " + size);
        }
        this.channel = new ArrayBlockingQueue<>(capacity);
        this.rejection = rejection;
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
     * Sends a job to the workers; if the channel is full, the pool's {@link Rejection}
     * says what becomes of it.
     *
     * @throws RejectedExecutionException if the pool is closed, if the channel is full
     *     and the pool rejects what finds no room, or if the caller is interrupted before
     *     or while it waits; its interrupt flag stays set
     */
    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
        if (!send(new NewJob(job))) {
            job.run();
        }
    }

    /** Returns false if the sender has to run the job, then without the lock. */
    private boolean send(NewJob job) {
        if (isClosed) {
            throw new RejectedExecutionException("The pool is closed");
        }
        switch (rejection) {
            case REJECT -> {
                if (!channel.offer(job)) {
                    throw new RejectedExecutionException("The channel is full");
                }
            }
            case CALLER_RUNS -> {
                return channel.offer(job);
            }
            case DROP_OLDEST -> {
                while (!channel.offer(job)) {
                    channel.poll();
                }
            }
            default -> waitForRoom(job);
        }
        return true;
    }

    private void waitForRoom(NewJob job) {
        try {
            channel.put(job);
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
