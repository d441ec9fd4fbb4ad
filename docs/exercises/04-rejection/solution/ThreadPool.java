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
    private final BlockingQueue<Message> channel;
    private final Rejection rejection;
    private final AtomicBoolean isClosed = new AtomicBoolean();

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
     * @throws RejectedExecutionException if the pool is closed, if it rejects a job that
     *     finds no room, or if a sender that is to wait for room is interrupted (its
     *     interrupt flag stays set), before or while it waits; the job will not run
     */
    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
        Message message = new NewJob(job);
        if (rejection == Rejection.WAIT) {
            sendWhenThereIsRoom(message);
        } else if (!sendAtOnce(message)) {
            job.run();
        }
    }

    private void sendWhenThereIsRoom(Message message) {
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

    /**
     * Returns false if the sender has to run the job. Nothing in here waits, so it may
     * all be done with a lock; and until it is done, no Terminate is in the channel.
     */
    private synchronized boolean sendAtOnce(Message message) {
        if (isClosed.get()) {
            throw new RejectedExecutionException("The pool is closed");
        }
        boolean isSent = channel.offer(message);
        if (!isSent && rejection == Rejection.REJECT) {
            throw new RejectedExecutionException("The channel is full");
        }
        while (!isSent && rejection == Rejection.DROP_OLDEST) {
            channel.poll();
            isSent = channel.offer(message);
        }
        return isSent;
    }

    private synchronized boolean stopAccepting() {
        return isClosed.compareAndSet(false, true);
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
        boolean isFirst = stopAccepting();
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
