package hello;

/** Gives one job to a pool of one worker, but not at once. */
final class LateJob {
    public static void main(String[] args) throws InterruptedException {
        ThreadPool pool = new ThreadPool(1);
        Thread.sleep(1_000);
        pool.execute(() -> System.out.println("The late job runs."));
        Thread.sleep(1_000);
        System.out.println("A second has passed.");
    }
}
