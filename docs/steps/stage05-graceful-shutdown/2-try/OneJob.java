package hello;

/** Gives one job to a pool, and has nothing else to do. */
final class OneJob {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(() -> System.out.println("The job runs."));
        }
    }
}
