package hello;

import benchmarks.Pool;

/** Lends the tutorial's pool, which its package keeps to itself, to the benchmarks. */
public final class PublicPool implements Pool {
    private final ThreadPool pool;

    public PublicPool(int size) {
        pool = new ThreadPool(size);
    }

    @Override
    public void execute(Runnable job) {
        pool.execute(job);
    }

    @Override
    public void close() {
        pool.close();
    }
}
