package hello;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool {
    final List<Worker> workers;
    private final Deque<Runnable> channel = new ArrayDeque<>();

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
        for (int id = 0; id < size; id++) {
            Worker worker = new Worker(id, channel);
            worker.thread.start();
            workers.add(worker);
        }
    }

    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
        channel.add(job);
    }
}
