package hello;

/** Has two parts done by a pool, and waits for them; no job waits. */
final class MainThatWaits {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(2);
        Part first = new Part(1);
        Part second = new Part(2);
        pool.execute(first);
        pool.execute(second);
        first.await();
        second.await();
    }
}
