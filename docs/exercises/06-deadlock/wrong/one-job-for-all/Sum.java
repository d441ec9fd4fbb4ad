package hello;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntToLongFunction;

/** Adds up many numbers, and has a pool do the work. */
final class Sum {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(4)) {
            long sum = of(pool, 0, 1_000, number -> (long) number * number);
            System.out.println("The sum of a thousand squares is " + sum);
        }
    }

    /**
     * Returns the sum of a function's values from one number up to another, which is
     * not included. The pool adds up a few at a time; the caller waits, and no job.
     */
    static long of(ThreadPool pool, int from, int to, IntToLongFunction function) {
        FutureTask<Long> all = new FutureTask<>(() -> add(from, to, function));
        pool.execute(all);
        return result(all);
    }

    private static long add(int from, int to, IntToLongFunction function) {
        long sum = 0;
        for (int number = from; number < to; number++) {
            sum += function.applyAsLong(number);
        }
        return sum;
    }

    private static long result(FutureTask<Long> part) {
        try {
            return part.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
