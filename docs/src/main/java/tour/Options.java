package tour;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param stages the numbers of the stages; none if all are meant
 * @param pause how long a {@code /sleep} takes
 * @param limit how long a client waits before it gives up
 */
record Options(
        SortedSet<Integer> stages,
        Duration pause,
        Duration limit,
        boolean isPlain,
        boolean hasColour,
        Optional<Path> record,
        boolean isHelp) {
    static final String USAGE = """
            Usage: java -cp docs/target/classes tour.Tour [--stages 1,4] [--pause SECONDS]
                   [--limit SECONDS] [--plain] [--no-color] [--record FILE] [--help]
            """;

    static final String HELP = USAGE + """

            Starts the stages one after the other, sends each the same traffic and draws who
            waits for whom. It takes about a minute.

              --stages 1,4      only these stages
              --pause SECONDS   how long /sleep takes; 2 if not given, 5 in the real Main
              --limit SECONDS   when a client gives up; five and a half pauses if not given
              --plain           draw each stage once, when it is over, as plain text
              --no-color        draw without colours
              --record FILE     write what happened into a file of comma-separated values
            """;

    private static final double LONGEST_PAUSE = 60;
    private static final double LONGEST_LIMIT = 600;

    /** In pauses: the serial stage makes nobody wait longer than four and a half. */
    private static final double LIMIT = 5.5;

    /** @throws IllegalArgumentException if an argument is wrong; the message is one line */
    static Options parse(String... args) {
        SortedSet<Integer> stages = new TreeSet<>();
        Duration pause = Duration.ofSeconds(2);
        Optional<Duration> limit = Optional.empty();
        boolean isPlain = false;
        boolean hasColour = true;
        Optional<Path> record = Optional.empty();
        boolean isHelp = false;
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--stages" -> stages = stages(value(option, words));
                case "--pause" -> pause = seconds(option, value(option, words), LONGEST_PAUSE);
                case "--limit" -> limit = Optional.of(seconds(option, value(option, words), LONGEST_LIMIT));
                case "--plain" -> isPlain = true;
                case "--no-color" -> hasColour = false;
                case "--record" -> record = Optional.of(Path.of(value(option, words)));
                case "--help", "-h" -> isHelp = true;
                default -> throw new IllegalArgumentException("There is no option " + shown(option) + ".");
            }
        }
        Duration patience = limit.orElse(Duration.ofMillis((long) (pause.toMillis() * LIMIT)));
        return new Options(stages, pause, patience, isPlain, hasColour, record, isHelp);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value.");
        }
        return words.next();
    }

    private static SortedSet<Integer> stages(String given) {
        if (!given.matches("\\d{1,2}(,\\d{1,2})*")) {
            throw new IllegalArgumentException("The stages are numbers with commas between, not " + shown(given) + ".");
        }
        SortedSet<Integer> stages = new TreeSet<>();
        for (String number : given.split(",")) {
            stages.add(Integer.valueOf(number));
        }
        return stages;
    }

    private static Duration seconds(String option, String given, double most) {
        if (given.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            double seconds = Double.parseDouble(given);
            if (0.1 <= seconds && seconds <= most) {
                return Duration.ofMillis(Math.round(seconds * 1_000));
            }
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "The option %s must be a number of seconds from 0.1 to %.0f, not %s.",
                option,
                most,
                shown(given)));
    }

    private static String shown(String given) {
        return '"' + given.replaceAll("\\p{C}", "?") + '"';
    }
}
