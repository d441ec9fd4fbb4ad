package hello;

import java.util.concurrent.Phaser;

/** One worker is idle when the pool is closed, and the other is busy. */
final class TwoWorkers {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(2)) {
            Thread first = pool.workers.get(0).thread;
            Thread second = pool.workers.get(1).thread;
            Phaser bothHaveAJob = new Phaser(2);
            Runnable job = () -> {
                bothHaveAJob.arriveAndAwaitAdvance();
                while (Thread.currentThread() == first && second.isAlive()) {
                    Thread.onSpinWait();
                }
            };
            pool.execute(job);
            pool.execute(job);
        }
    }
}
