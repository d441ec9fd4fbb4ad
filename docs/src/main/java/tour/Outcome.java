package tour;

import java.util.List;
import java.util.Locale;

/**
 * What was seen of a stage.
 *
 * @param beside what happened to the {@code /} beside the first {@code /sleep}
 * @param threads the most threads that were alive at one time
 * @param answered how many were answered before the last ones came
 * @param saved how many of the last ones were answered in spite of the signal
 * @param cut how many of the last ones were cut off
 * @param ended whether the program ended after the signal
 */
record Outcome(Request beside, int threads, long answered, long saved, long cut, boolean ended) {
    private static final String ROW = "%-24s %-15s %7s  %-8s  %s";

    static Outcome of(List<Request> requests, int threads, boolean ended) {
        List<Request> first = requests.subList(0, Trial.FIRST);
        List<Request> last = requests.subList(Trial.FIRST, Trial.FIRST + Trial.LAST);
        return new Outcome(
                requests.get(Trial.BESIDE - 1),
                threads,
                count(first, Event.ANSWERED),
                count(last, Event.ANSWERED),
                count(last, Event.CUT),
                ended);
    }

    private static long count(List<Request> requests, Event event) {
        return requests.stream().filter(request -> request.is(event)).count();
    }

    static String head() {
        return row("stage", "/ beside /sleep", "threads", "answered", "at the signal");
    }

    String row(String stage) {
        return row(
                stage.replaceFirst("stage", ""),
                beside.fate(),
                String.valueOf(threads),
                answered + " of " + Trial.FIRST,
                rest());
    }

    /** In words, for the end of a picture. */
    String sentence() {
        String alive = threads == 1 ? "1 thread" : threads + " threads";
        String first = beside.is(Event.ANSWERED) ? "/ took " + beside.fate() : "/ " + beside.fate();
        return first + "; " + alive + "; " + answered + " of " + Trial.FIRST + " answered; the signal: " + rest();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
    }

    private String rest() {
        if (!ended) {
            return "never ended";
        }
        return saved > 0
                ? "stops, " + saved + "/" + Trial.LAST + " answered"
                : "killed, " + cut + "/" + Trial.LAST + " cut off";
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
    }
}
