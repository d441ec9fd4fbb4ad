package hello;

import java.util.concurrent.RejectedExecutionException;

/** One thread closes a pool while another one sends it a job. */
final class LateJob {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(1);
        Job job = new Job(1);
        new Thread(() -> send(pool, job), "sender").start();
        pool.close();
    }

    private static void send(ThreadPool pool, Job job) {
        try {
            pool.execute(job);
            job.isAccepted = true;
        } catch (RejectedExecutionException e) {
            System.out.println("Refused: job " + job.number);
        }
    }
}
