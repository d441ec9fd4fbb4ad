package hello;

/** Has a pool closed by one of its own jobs. */
final class OwnPool {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(pool::close);
        }
    }
}
