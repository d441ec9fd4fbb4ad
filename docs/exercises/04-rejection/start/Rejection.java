package hello;

/** What becomes of a job when the channel is full. */
enum Rejection {
    /** Its sender waits for room. */
    WAIT,

    /** Its sender gets a RejectedExecutionException at once. */
    REJECT,

    /** It is run in the sender's thread, before execute returns. */
    CALLER_RUNS,

    /** It takes the place of the job that has waited longest, which is never run. */
    DROP_OLDEST
}
