package hello;

import java.util.concurrent.CountDownLatch;

/** A part of a job that somebody waits for. */
final class Part implements Runnable {
    final int number;
    private final CountDownLatch runsLeft = new CountDownLatch(1);

    Part(int number) {
        this.number = number;
    }

    @Override
    public void run() {
        runsLeft.countDown();
    }

    void await() {
        try {
            runsLeft.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
