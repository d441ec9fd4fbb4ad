package hello;

/** Gives ten numbered jobs to a pool. */
final class TenJobs {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(4);
        for (int number = 1; number <= 10; number++) {
            int job = number;
            pool.execute(() -> System.out.println("Job " + job + " runs."));
        }
        System.out.println("Ten jobs given.");
    }
}
