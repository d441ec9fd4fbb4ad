package hello;

import java.util.concurrent.CountDownLatch;

/** A pool of one, and a job in it that waits for another job of the same pool. */
public final class JobThatWaits {
    private JobThatWaits() {}

    public static void main(String[] args) {
        CountDownLatch part = new CountDownLatch(1);
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(() -> waitFor(part));
            pool.execute(part::countDown);
        }
    }

    private static void waitFor(CountDownLatch part) {
        System.out.println("The job waits for its part.");
        try {
            part.await();
            System.out.println("The part is done.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
