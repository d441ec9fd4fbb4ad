package hello;

/** A job that counts how often it has run. */
final class Job implements Runnable {
    final int number;
    int runs;

    /** Whether its sender was told that it will run. */
    boolean isAccepted;

    Job(int number) {
        this.number = number;
    }

    @Override
    public void run() {
        runs++;
    }
}
