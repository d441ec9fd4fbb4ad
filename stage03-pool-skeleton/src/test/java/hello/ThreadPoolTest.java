package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pool promises to those who give it jobs. */
@Timeout(value = 4 * WATCHDOG_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ThreadPoolTest {
    private ThreadPool pool;

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aPoolHasAtLeastOneWorker(int size) {
        assertThatThrownBy(() -> new ThreadPool(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": " + size);
    }

    @Test
    void theWorkersAreNumberedFromZero() {
        pool = new ThreadPool(3);
        for (int id = 0; id < 3; id++) {
            Worker worker = pool.workers.get(id);
            assertThat(worker.id).isEqualTo(id);
            assertThat(worker.thread.getName()).isEqualTo("worker-" + id);
        }
        assertThat(pool.workers).hasSize(3);
    }

    @Test
    void nullIsNotAJob() {
        pool = new ThreadPool(1);
        Throwable refusal = catchThrowable(() -> pool.execute(null));
        assertThat(refusal).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anAcceptedJobNeverRuns() throws Exception {
        pool = new ThreadPool(1);
        FutureTask<Thread> job = new FutureTask<>(Thread::currentThread);
        pool.execute(job);
        // The only thread that could run it ends without a look.
        pool.workers.get(0).thread.join();
        assertThat(job.isDone()).isFalse();
    }
}
