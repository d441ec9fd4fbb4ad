package exercises;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Publishes where the threads stand when a test of a check has taken too long. JUnit calls it
 * before it interrupts the test; after that, the test's own cleaning up sets them free.
 */
public final class HangReporter implements TestInstancePreConstructCallback, PreInterruptCallback {
    /** The report entry's key; its value is the lines. */
    static final String KEY = "hang";

    private Set<Thread> before = Set.of();

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        before = Thread.getAllStackTraces().keySet();
    }

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        Map<Thread, StackTraceElement[]> stacks = new HashMap<>(Thread.getAllStackTraces());
        Thread test = interrupt.getThreadToInterrupt();
        stacks.keySet().removeIf(thread -> before.contains(thread) && thread != test);
        context.publishReportEntry(KEY, String.join("\n", PlainWords.ofHang(test, stacks)));
    }
}
