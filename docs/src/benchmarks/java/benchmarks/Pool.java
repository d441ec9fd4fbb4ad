package benchmarks;

import java.util.concurrent.Executor;

/** What is compared. Closing it lets the jobs that it has accepted run, and ends its threads. */
public interface Pool extends Executor, AutoCloseable {
    @Override
    void close();
}
