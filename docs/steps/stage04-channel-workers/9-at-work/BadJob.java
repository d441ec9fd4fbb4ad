package hello;

/** Gives two jobs to a pool of one worker; the first one fails. */
final class BadJob {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(1);
        pool.execute(() -> {
            throw new IllegalStateException("I am a bad job.");
        });
        pool.execute(() -> System.out.println("The second job runs."));
    }
}
