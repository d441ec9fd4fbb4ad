package benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** One of the JDK's own pools. From Java 19 on it could be closed as it is. */
record JdkPool(ExecutorService service) implements Pool {
    @Override
    public void execute(Runnable job) {
        service.execute(job);
    }

    @Override
    public void close() {
        service.shutdown();
        try {
            service.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
