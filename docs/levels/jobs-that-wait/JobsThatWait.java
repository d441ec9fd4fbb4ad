package hello;

/** Gives two jobs to a pool; each gives a part of its work to that pool, and waits. */
final class JobsThatWait {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(2);
        pool.execute(new Whole(1, pool));
        pool.execute(new Whole(2, pool));
    }

    private record Whole(int number, ThreadPool pool) implements Runnable {
        @Override
        public void run() {
            Part part = new Part(number);
            pool.execute(part);
            part.await();
        }
    }
}
