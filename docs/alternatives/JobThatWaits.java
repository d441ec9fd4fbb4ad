package hello;

import java.util.concurrent.CountDownLatch;

/** A job of a pool that splits off a part, gives it to the same pool and waits for it. */
public final class JobThatWaits {
    private JobThatWaits() {}

    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(1)) {
            pool.execute(() -> waitForPart(pool));
        }
    }

    private static void waitForPart(ThreadPool pool) {
        CountDownLatch part = new CountDownLatch(1);
        pool.execute(part::countDown);
        System.out.println("The job waits for its part.");
        try {
            part.await();
            System.out.println("The part is done.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
