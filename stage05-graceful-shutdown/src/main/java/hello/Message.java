package hello;

/** What travels down the channel, from the pool to its workers. */
sealed interface Message {
    /** The worker that takes this message runs the job. */
    record NewJob(Runnable job) implements Message {
        /** The same job may be sent twice; its two messages are not the same. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The worker that takes this message ends. */
    record Terminate() implements Message {}
}
