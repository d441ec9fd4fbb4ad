package tour;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line by which the server's JVM tells of a connection.
 *
 * @param port the client's
 * @param clock the time, in nanoseconds of the server's own clock
 * @param threads how many threads were alive in the server, the JVM's own not counted
 */
record Notice(String event, int port, long clock, int threads) {
    static final String ACCEPTED = "accepted";
    static final String SERVING = "serving";

    private static final Pattern LINE = Pattern.compile("tour: (\\w+) (\\d+) (\\d+) (\\d+)");

    static Optional<Notice> parse(String line) {
        Matcher notice = LINE.matcher(line);
        if (!notice.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                notice.group(1),
                Integer.parseInt(notice.group(2)),
                Long.parseLong(notice.group(3)),
                Integer.parseInt(notice.group(4))));
    }

    @Override
    public String toString() {
        return "tour: " + event + " " + port + " " + clock + " " + threads;
    }
}
