package hello;

/** Gives two jobs to a pool of one worker; the first one interrupts its thread. */
final class Interrupted {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(() -> Thread.currentThread().interrupt());
            pool.execute(() -> System.out.println(Thread.interrupted()));
        }
    }
}
