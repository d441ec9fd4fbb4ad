package hello;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

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

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool implements AutoCloseable {
    private static final int CAPACITY = 1_024;

    /** 292 years. */
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    final List<Worker> workers;
    private final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean wasCutShort = new AtomicBoolean();
    private boolean isClosed; // guarded by this

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
        close(FOREVER);
    }

    /**
     * Closes the pool within a limited time. When the grace period is over, takes back
     * the jobs that no worker has begun, and interrupts the workers. Returns when all
     * workers have ended, even if a job ignores the interrupt. An interrupt of the caller
     * changes nothing, as with {@link #close()}.
     *
     * @param grace how long the workers may run jobs, counted from the call
     * @return the jobs that were taken back and will never run, in the order in which
     *     they came
     * @throws IllegalStateException as {@link #close()} does
     */
    List<Runnable> close(Duration grace) {
        Thread caller = Thread.currentThread();
        if (workers.stream().anyMatch(worker -> worker.thread == caller)) {
            throw new IllegalStateException("A job cannot close the pool that runs it");
        }
        long end = System.nanoTime() + grace.toNanos();
        boolean isFirst = stopAccepting();
        if (isFirst) {
            System.out.println("Sending terminate message to all workers.");
            for (Worker worker : workers) {
                if (grace.isZero()) {
                    channel.offer(new Terminate());
                } else {
                    uninterruptibly(() -> channel.put(new Terminate()));
                }
            }
        }
        for (Worker worker : workers) {
            if (isFirst) {
                System.out.println("Shutting down worker " + worker.id);
            }
            uninterruptibly(() -> NANOSECONDS.timedJoin(worker.thread, left(end)));
        }
        boolean isOver = workers.stream().anyMatch(worker -> worker.thread.isAlive());
        return isOver ? cutShort() : List.of();
    }

    private static long left(long end) {
        return end - System.nanoTime();
    }

    private List<Runnable> cutShort() {
        System.out.println("The grace period is over; interrupting all workers.");
        // Before the interrupts: a worker whose job ends would begin the next.
        List<Message> rest = new ArrayList<>();
        channel.drainTo(rest);
        if (!wasCutShort.getAndSet(true)) {
            workers.forEach(worker -> worker.thread.interrupt());
        }
        for (Worker worker : workers) {
            uninterruptibly(() -> channel.put(new Terminate()));
        }
        workers.forEach(worker -> uninterruptibly(worker.thread::join));
        return jobs(rest);
    }

    private static List<Runnable> jobs(List<Message> messages) {
        List<Runnable> jobs = new ArrayList<>();
        for (Message message : messages) {
            if (message instanceof NewJob newJob) {
                jobs.add(newJob.job());
            }
        }
        return jobs;
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
