package hello;

import java.util.concurrent.atomic.LongAdder;

/** The pool without a server: counts primes, one range of numbers a job. */
public final class CountPrimes {
    private static final int LIMIT = 2_000_000;
    private static final int RANGE = 250_000;

    private CountPrimes() {}

    public static void main(String[] args) {
        LongAdder primes = new LongAdder();
        try (ThreadPool pool = new ThreadPool(4)) {
            for (int from = 0; from < LIMIT; from += RANGE) {
                int first = from;
                pool.execute(() -> primes.add(count(first, first + RANGE)));
            }
        }
        System.out.println(primes + " primes are less than " + LIMIT + ".");
    }

    static long count(int from, int to) {
        long count = 0;
        for (int number = from; number < to; number++) {
            count += isPrime(number) ? 1 : 0;
        }
        return count;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number >= 2;
    }
}
