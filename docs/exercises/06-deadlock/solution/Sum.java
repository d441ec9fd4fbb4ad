package hello;

import java.util.ArrayList;
import java.util.List;
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
     * not included. The pool adds up a few at a time; the caller waits, and no job.
     */
    static long of(ThreadPool pool, int from, int to, IntToLongFunction function) {
        List<FutureTask<Long>> parts = new ArrayList<>();
        for (int start = from; start < to; start += FEW) {
            int first = start;
            int end = Math.min(start + FEW, to);
            FutureTask<Long> part = new FutureTask<>(() -> add(first, end, function));
            pool.execute(part);
            parts.add(part);
        }
        return parts.stream().mapToLong(Sum::result).sum();
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
