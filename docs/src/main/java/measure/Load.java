package measure;

import ground.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk says of a load.
 *
 * @param errors failed connects, reads and writes, answers after 2 s, and answers other than 200
 */
record Load(long requests, double requestsPerSecond, long errors) {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([\\d.]+)");
    private static final Pattern ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
    private static final Pattern OTHERS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    static Load parse(List<String> lines) {
        String text = String.join("\n", lines);
        Matcher requests = REQUESTS.matcher(text);
        Matcher rate = RATE.matcher(text);
        if (!requests.find() || !rate.find()) {
            throw new Problem("wrk counts no requests: " + text);
        }
        long errors = sum(ERRORS.matcher(text)) + sum(OTHERS.matcher(text));
        return new Load(Long.parseLong(requests.group(1)), Double.parseDouble(rate.group(1)), errors);
    }

    private static long sum(Matcher matcher) {
        long sum = 0;
        if (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                sum += Long.parseLong(matcher.group(i));
            }
        }
        return sum;
    }
}
