package hello;

/** What travels down the channel, from the pool to its workers. */
sealed interface Message {
    /** The worker that takes this message runs the job. */
    record NewJob(Runnable job) implements Message {}

    /** The worker that takes this message ends. */
    record Terminate() implements Message {}
}
