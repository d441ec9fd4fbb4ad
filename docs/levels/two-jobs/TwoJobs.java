package hello;

/** Gives two jobs to a pool. */
final class TwoJobs {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(2);
        send(pool, new Job(1));
        send(pool, new Job(2));
    }

    private static void send(ThreadPool pool, Job job) {
        pool.execute(job);
        job.isAccepted = true;
    }
}
