package exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells why a test has failed to somebody who has not read the test. */
final class PlainWords {
    /** What awaitility says. */
    private static final Pattern ALIAS = Pattern.compile("(?s)Condition with alias '(.*?)' didn't .*");

    private static final int MAX_PLACES = 8;
    private static final int MAX_NAMES = 4;
    private static final int MAX_LINES = 20;
    private static final int MAX_LENGTH = 400;

    private PlainWords() {}

    static List<String> of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher alias = ALIAS.matcher(message);
        if (alias.matches()) {
            return List.of("This did not happen in time: " + alias.group(1));
        } else if (failure instanceof AssertionError) {
            return lines(message);
        }
        String place =
                place(failure.getStackTrace()).map(line -> ", in " + line).orElse("");
        return lines("It threw " + failure + place);
    }

    /** Tells who waits for what in a test that hangs; threads that do the same are named together. */
    static List<String> ofHang(String claim, List<Waiter> waiters) {
        Map<String, List<String>> subjects = new TreeMap<>();
        waiters.stream()
                .filter(Waiter::isOurs)
                .forEach(waiter -> subjects.computeIfAbsent(waiter.words(), key -> new ArrayList<>())
                        .add(waiter.subject()));
        List<String> words = new ArrayList<>();
        words.add("The claim \"" + claim + "\" does not come to an end:");
        words.addAll(atMost(
                MAX_PLACES,
                subjects.entrySet().stream()
                        .map(entry -> sentence(entry.getValue(), entry.getKey()))
                        .sorted()
                        .toList()));
        return words;
    }

    private static String sentence(List<String> subjects, String words) {
        String verb = words.replaceFirst(" .*", "");
        String plural = verb.replaceFirst("s$", "");
        return names(subjects) + " " + (subjects.size() == 1 ? verb : plural) + words.substring(verb.length());
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

    private static Optional<String> place(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(Waiter::isAttempt)
                .findFirst()
                .map(frame -> frame.getMethodName() + ", " + frame.getFileName() + ":" + frame.getLineNumber());
    }

    /** An attempt may have made the message as long as it likes. */
    private static List<String> lines(String message) {
        return atMost(
                MAX_LINES,
                String.valueOf(message)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...")
                        .toList());
    }
}
