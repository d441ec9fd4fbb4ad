package exercises;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints a line for each test of a check, and why it fails, in plain words. */
final class Verdicts implements TestExecutionListener {
    static final String OK = "ok       ";
    static final String NOT_YET = "not yet  ";
    static final String NOT_TRIED = "skipped  ";
    /** Printed before a claim is checked, for the checker alone. */
    static final String TRYING = "trying   ";

    static final String SUMMARY = "\\d+ of \\d+.*";
    static final String SOLVED = ": solved";
    static final String INDENT = " ".repeat(NOT_YET.length());

    private final PrintStream out;
    private final CancellationToken token;
    private List<String> hang = List.of();
    private int passed;
    private int total;

    /** @param token is cancelled when a test hangs, because the next would hang too */
    Verdicts(PrintStream out, CancellationToken token) {
        this.out = out;
        this.token = token;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        if (entry.getKeyValuePairs().containsKey(HangReporter.KEY)) {
            hang = entry.getKeyValuePairs().get(HangReporter.KEY).lines().toList();
            token.cancel();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            out.println(TRYING + test.getDisplayName());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        total++;
        out.println(NOT_TRIED + test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean hasPassed = result.getStatus() == Status.SUCCESSFUL;
        if (hasPassed && !test.isTest()) {
            return;
        }
        total++;
        passed += hasPassed ? 1 : 0;
        out.println((hasPassed ? OK : NOT_YET) + test.getDisplayName());
        result.getThrowable().ifPresent(this::explain);
    }

    private void explain(Throwable failure) {
        boolean isHang = failure instanceof TimeoutException && !hang.isEmpty();
        List<String> words = isHang ? hang : PlainWords.of(failure);
        words.forEach(line -> out.println(INDENT + line));
    }

    void printSummary() {
        out.println(passed + " of " + total + (passed == total ? SOLVED : ""));
    }
}
