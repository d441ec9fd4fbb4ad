package hello;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool {
    final List<Thread> threads;

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
        threads = new ArrayList<>(size);
        for (int id = 0; id < size; id++) {
            Thread thread = new Thread(() -> {}, "worker-" + id);
            thread.start();
            threads.add(thread);
        }
    }

    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
    }
}
