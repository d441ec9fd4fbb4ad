package hello;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Counts primes as CountPrimes does; a range that is too wide becomes two jobs. */
public final class SplitPrimes extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private static final int LIMIT = 2_000_000;
    private static final int SMALL = 10_000;

    private final int from;
    private final int to;

    private SplitPrimes(int from, int to) {
        this.from = from;
        this.to = to;
    }

    public static void main(String[] args) {
        ForkJoinPool pool = new ForkJoinPool(1);
        long primes = pool.invoke(new SplitPrimes(0, LIMIT));
        System.out.println(primes + " primes are less than " + LIMIT + ".");
    }

    @Override
    protected Long compute() {
        if (to - from <= SMALL) {
            return CountPrimes.count(from, to);
        }
        int middle = (from + to) / 2;
        SplitPrimes left = new SplitPrimes(from, middle);
        SplitPrimes right = new SplitPrimes(middle, to);
        left.fork();
        return right.compute() + left.join();
    }
}
