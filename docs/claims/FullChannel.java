package hello;

import java.util.concurrent.Executor;

/**
 * The one worker of a pool fills the channel itself, and watches who sends one job more. As long as
 * it does so, nobody takes a job.
 */
final class FullChannel {
    private static final int CAPACITY = 1_024;

    public static void main(String[] args) {
        Executor pool = Pool.open(1);
        pool.execute(() -> fill(pool));
    }

    private static void fill(Executor pool) {
        System.out.println("The worker is busy.");
        for (int i = 0; i < CAPACITY; i++) {
            pool.execute(() -> {});
        }
        Thread sender = new Thread(() -> send(pool), "sender");
        sender.start();
        while (sender.isAlive() && sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        System.out.println("The worker is free.");
    }

    private static void send(Executor pool) {
        pool.execute(() -> {});
        System.out.println("The sender goes on.");
    }
}
