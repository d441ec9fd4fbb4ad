package hello;

/** Gives a pool a job that closes it. */
final class OwnPool {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(() -> pool.close());
        }
    }
}
