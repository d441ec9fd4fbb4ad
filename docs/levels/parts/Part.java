package hello;

import java.util.concurrent.CountDownLatch;

/** A part of a job that somebody waits for. */
final class Part implements Runnable {
    final int number;
    private final CountDownLatch done = new CountDownLatch(1);

    Part(int number) {
        this.number = number;
    }

    @Override
    public void run() {
        done.countDown();
    }

    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
