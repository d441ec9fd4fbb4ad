package hello;

import java.util.concurrent.RejectedExecutionException;

/** Gives jobs to a pool until somebody asks it to stop. */
final class Stopped {
    public static void main(String[] args) {
        ThreadPool pool = new ThreadPool(1);
        Thread sender = Thread.currentThread();
        new Thread(() -> sender.interrupt(), "stopper").start();
        send(pool, new Job(1));
        send(pool, new Job(2));
        send(pool, new Job(3));
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
