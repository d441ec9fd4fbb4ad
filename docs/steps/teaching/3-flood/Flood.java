package hello;

/** Gives a job to a pool of one worker, and the job gives it two thousand more. */
final class Flood {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(1);
        pool.execute(() -> {
            for (int given = 1; given <= 2_000; given++) {
                pool.execute(() -> {});
                if (given % 512 == 0) {
                    System.out.println(given + " jobs given.");
                }
            }
        });
    }
}
