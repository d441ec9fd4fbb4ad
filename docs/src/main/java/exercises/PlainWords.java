package exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failure of a test says to someone who has not read the test. */
final class PlainWords {
    /** What awaitility says. */
    private static final Pattern ALIAS = Pattern.compile("(?s)Condition with alias '(.*?)' didn't .*");

    private PlainWords() {}

    static List<String> of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher alias = ALIAS.matcher(message);
        if (alias.matches()) {
            return List.of("This has not come about in time: " + alias.group(1));
        } else if (failure instanceof AssertionError) {
            return lines(message);
        }
        String place =
                place(failure.getStackTrace()).map(line -> ", in " + line).orElse("");
        return lines("It threw " + failure + place);
    }

    /**
     * For a test that did not come to an end.
     *
     * @param before the threads that were there when it began
     */
    static List<String> ofHang(TimeoutException failure, Set<Thread> before) {
        List<String> words = new ArrayList<>();
        words.add("It did not come to an end. This is what its threads were doing:");
        if (failure.getCause() != null) {
            // JUnit has interrupted the thread of the test; the cause knows where that was.
            place(failure.getCause().getStackTrace()).ifPresent(place -> words.add("the test: " + place));
        }
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (!before.contains(thread) && !thread.getName().startsWith("junit-")) {
                place(stack).ifPresent(place -> words.add(thread.getName() + ": " + place));
            }
        });
        return words;
    }

    /** The innermost line of an attempt or its check. */
    private static Optional<String> place(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith("hello."))
                .filter(frame -> !Checker.HELPERS.contains(frame.getFileName().replace(".java", "")))
                .findFirst()
                .map(frame -> frame.getMethodName() + ", " + frame.getFileName() + ":" + frame.getLineNumber());
    }

    private static List<String> lines(String message) {
        Stream<String> lines = String.valueOf(message).lines().map(String::strip);
        return lines.filter(line -> !line.isEmpty()).toList();
    }
}
