package hello;

import java.util.concurrent.atomic.AtomicInteger;

/** Gives a million jobs to a pool, and counts how many have run. */
final class MillionJobs {
    public static void main(String[] args) throws InterruptedException {
        ThreadPool pool = new ThreadPool(4);
        AtomicInteger count = new AtomicInteger();
        for (int number = 1; number <= 1_000_000; number++) {
            pool.execute(() -> count.incrementAndGet());
        }
        int before;
        do {
            before = count.get();
            Thread.sleep(1_000);
        } while (count.get() > before);
        System.out.println(count + " jobs have run.");
        System.exit(0); // The workers would go on looking.
    }
}
