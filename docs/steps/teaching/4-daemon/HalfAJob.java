package hello;

import java.util.concurrent.CountDownLatch;

/** Gives a slow job to a pool of one worker, and ends in the middle of it. */
final class HalfAJob {
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch halfTime = new CountDownLatch(1);
        ThreadPool pool = new ThreadPool(1);
        pool.execute(() -> {
            System.out.println("The first half of the job runs.");
            halfTime.countDown();
            sleep();
            System.out.println("The second half of the job runs.");
        });
        halfTime.await();
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
