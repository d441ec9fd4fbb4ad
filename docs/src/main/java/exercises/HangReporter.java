package exercises;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Publishes who waits for what when a test of a check takes too long. JUnit calls it before it
 * interrupts the test; after that, the test's own cleanup sets the threads free.
 */
public final class HangReporter implements TestInstancePreConstructCallback, PreInterruptCallback {
    /** The report entry's key; its value is the lines. */
    static final String KEY = "hang";

    private Set<Thread> before = Set.of();

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        before = threads();
    }

    /** Without those of the system, which run no attempt. Asking for all stack traces takes longer than most tests. */
    private static Set<Thread> threads() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 10];
        return Set.copyOf(Arrays.asList(threads).subList(0, Thread.enumerate(threads)));
    }

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        Thread test = interrupt.getThreadToInterrupt();
        List<Waiter> waiters = new ArrayList<>();
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        for (Thread thread : all.keySet()) {
            ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), Integer.MAX_VALUE);
            if (info != null && (thread == test || !before.contains(thread))) {
                waiters.add(new Waiter(
                        thread == test ? "the test" : thread.getName(),
                        info.getThreadState(),
                        List.of(info.getStackTrace()),
                        info.getLockOwnerName(),
                        joined(info, all.keySet())));
            }
        }
        context.publishReportEntry(KEY, String.join("\n", PlainWords.ofHang(context.getDisplayName(), waiters)));
    }

    /** The thread whose end another waits for; join waits on the thread itself. */
    private static String joined(ThreadInfo info, Set<Thread> threads) {
        if (info.getLockInfo() == null) {
            return "another thread";
        }
        int lock = info.getLockInfo().getIdentityHashCode();
        return threads.stream()
                .filter(thread -> System.identityHashCode(thread) == lock)
                .map(Thread::getName)
                .findFirst()
                .orElse("another thread");
    }
}
