package exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failure of a test says to someone who has not read the test. */
final class PlainWords {
    /** What awaitility says. */
    private static final Pattern ALIAS = Pattern.compile("(?s)Condition with alias '(.*?)' didn't .*");

    private static final int MAX_PLACES = 8;
    private static final int MAX_NAMES = 4;

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
     * @param test the thread of the test
     * @param stacks where this thread and those that it has started stand
     */
    static List<String> ofHang(Thread test, Map<Thread, StackTraceElement[]> stacks) {
        Map<String, List<String>> threads = new TreeMap<>();
        stacks.forEach((thread, stack) -> place(stack)
                .ifPresent(place -> threads.computeIfAbsent(place, key -> new ArrayList<>())
                        .add(thread == test ? "the test" : thread.getName())));
        List<String> words = new ArrayList<>();
        words.add("It did not come to an end. This is what its threads were doing:");
        words.addAll(atMost(
                MAX_PLACES,
                threads.entrySet().stream()
                        .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
                        .sorted()
                        .toList()));
        return words;
    }

    private static String names(List<String> threads) {
        return String.join(", ", atMost(MAX_NAMES, threads.stream().sorted().toList()));
    }

    private static List<String> atMost(int count, List<String> all) {
        if (all.size() <= count) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, count));
        some.add("and " + (all.size() - count) + " more");
        return some;
    }

    /** The innermost line of an attempt or its check; a hidden frame has no file. */
    private static Optional<String> place(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith("hello."))
                .filter(frame -> frame.getFileName() != null)
                .filter(frame -> !Checker.HELPERS.contains(frame.getFileName().replace(".java", "")))
                .findFirst()
                .map(frame -> frame.getMethodName() + ", " + frame.getFileName() + ":" + frame.getLineNumber());
    }

    private static List<String> lines(String message) {
        Stream<String> lines = String.valueOf(message).lines().map(String::strip);
        return lines.filter(line -> !line.isEmpty()).toList();
    }
}
