package hello;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntToLongFunction;

/** Adds up many numbers, and has a pool do the work. */
final class Sum {
    private static final int FEW = 10;

    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(4)) {
            long sum = of(pool, 0, 1_000, number -> (long) number * number);
            System.out.println("The sum of a thousand squares is " + sum);
        }
    }

    /**
     * Returns the sum of a function's values from one number up to another, which is
     * not included. Few are added up here; of many, the pool adds up each half.
     */
    static long of(ThreadPool pool, int from, int to, IntToLongFunction function) {
        if (to - from <= FEW) {
            return add(from, to, function);
        }
        int mid = (from + to) / 2;
        FutureTask<Long> left = new FutureTask<>(() -> of(pool, from, mid, function));
        FutureTask<Long> right = new FutureTask<>(() -> of(pool, mid, to, function));
        pool.execute(left);
        pool.execute(right);
        return result(left) + result(right);
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
