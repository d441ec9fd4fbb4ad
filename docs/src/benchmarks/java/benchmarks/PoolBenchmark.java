package benchmarks;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a pool costs when the jobs themselves cost nothing. A batch is ten times what a channel
 * holds, so that a full channel, and the wait for room in it, is part of the measurement.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PoolBenchmark {
    private static final int BATCH = 10_240;

    @Param
    public Peer peer;

    private PrintStream console;
    private Pool pool;

    @Setup
    public void open() throws ReflectiveOperationException {
        console = System.out;
        System.setOut(new Silence());
        pool = peer.open();
    }

    @TearDown
    public void close() {
        pool.close();
        System.setOut(console);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void oneSubmitter() throws InterruptedException {
        runBatch();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    @Threads(2)
    public void twoSubmitters() throws InterruptedException {
        runBatch();
    }

    /** From before a job is submitted until its submitter knows that it has run. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public void roundTrip() throws InterruptedException {
        CountDownLatch isDone = new CountDownLatch(1);
        pool.execute(isDone::countDown);
        isDone.await();
    }

    private void runBatch() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(BATCH);
        Runnable job = left::countDown;
        for (int i = 0; i < BATCH; i++) {
            pool.execute(job);
        }
        left.await();
    }

    /** Drops the line that a worker prints for each job: what a console costs is not the pool's. */
    private static final class Silence extends PrintStream {
        Silence() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void println(String line) {
            // Its reader is elsewhere.
        }
    }
}
