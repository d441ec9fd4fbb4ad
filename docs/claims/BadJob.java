package hello;

import java.util.concurrent.Executor;

/** Gives two jobs to a pool of one worker; the first one fails. */
final class BadJob {
    public static void main(String[] args) {
        Executor pool = Pool.open(1);
        pool.execute(() -> {
            System.out.println("The bad job runs.");
            throw new IllegalStateException("I am a bad job.");
        });
        pool.execute(() -> System.out.println("The next job runs."));
    }
}
