package hello;

/** Gives one job to a pool of two workers, and closes it. */
final class OneJob {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(2)) {
            pool.execute(new Job(1));
        }
    }
}
