package hello;

/** Gives three jobs to a pool, and closes it. */
final class ThreeJobs {
    public static void main(String[] args) {
        try (ThreadPool pool = new ThreadPool(2)) {
            send(pool, new Job(1));
            send(pool, new Job(2));
            send(pool, new Job(3));
        }
    }

    private static void send(ThreadPool pool, Job job) {
        pool.execute(job);
        job.isAccepted = true;
    }
}
