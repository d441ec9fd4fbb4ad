package hello;

import java.util.concurrent.Phaser;

/** Two threads, each in a synchronized block, wait for each other inside. */
final class Company {
    private static final Phaser BOTH = new Phaser(2);

    public static void main(String[] args) {
        Object lock = new Object();
        Object other = args.length > 0 ? lock : new Object();
        new Thread(() -> meet(lock)).start();
        new Thread(() -> meet(other)).start();
    }

    private static void meet(Object lock) {
        synchronized (lock) {
            System.out.println("I am inside.");
            BOTH.arriveAndAwaitAdvance();
            System.out.println("I am not alone in here.");
        }
    }
}
