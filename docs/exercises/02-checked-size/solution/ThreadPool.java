package hello;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A fixed number of workers that run the jobs they are given. */
final class ThreadPool {
    final List<Worker> workers;

    /**
     * Makes a pool and starts its workers.
     *
     * @param size how many workers there are, at least 1
     * @throws PoolCreationException if the size is less than 1
     */
    static ThreadPool create(int size) throws PoolCreationException {
        if (size < 1) {
            throw new PoolCreationException("The size must be at least 1: " + size);
        }
        return new ThreadPool(size);
    }

    private ThreadPool(int size) {
        workers = new ArrayList<>(size);
        for (int id = 0; id < size; id++) {
            Worker worker = new Worker(id);
            worker.thread.start();
            workers.add(worker);
        }
    }

    void execute(Runnable job) {
        Objects.requireNonNull(job, "job");
    }
}
