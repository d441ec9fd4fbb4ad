package tour;

import ground.Problem;
import ground.Repository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What is shown of a stage: a heading that stays, and below it the picture and the progress. */
record Frame(Style style, Chart chart, String stage) {
    /** How many lines there are below the heading. */
    static final int LINES = Chart.LINES + 3;

    /** The rows that a terminal needs to show it all. */
    static final int ROWS = 2 + LINES + 1;

    /** In pauses: how long everything takes that a client's patience does not bound. */
    private static final double MORE = 1.5;

    /** What each chapter is about, by the number of its stage. */
    private static final Map<String, String> POINTS = Map.of(
            "01", "One thread: a slow request holds up everyone else.",
            "02", "A thread per connection: nobody waits, but the threads grow with the clients.",
            "03", "The skeleton of a pool: jobs are accepted and never run.",
            "04", "Four workers, fed by a channel: four at a time, and a signal cuts them off.",
            "05", "The same pool, and it shuts down gracefully: every accepted request is answered.");

    /** @param stage the name of the stage's folder */
    static Frame of(Style style, String stage, Duration pause, Duration limit) {
        long span = limit.toMillis() + (long) (pause.toMillis() * MORE);
        return new Frame(style, new Chart(style, span), stage);
    }

    List<String> heading() {
        String number = Repository.number(stage);
        String title = "Stage " + number + ", " + stage.substring(stage.indexOf('-') + 1);
        String point = POINTS.get(number);
        if (point == null) {
            throw new Problem(
                    "The tour does not know the point of " + stage + "; add it to docs/src/main/java/tour/Frame.java");
        }
        return List.of(style.paint(Ink.TITLE, style.cut(title)), style.cut(point));
    }

    List<String> picture(List<Request> requests, long now, OptionalLong signal) {
        List<String> lines = new ArrayList<>(chart.lines(requests, now, signal));
        lines.add(chart.legend());
        return lines;
    }

    List<String> lines(List<Request> requests, long now, OptionalLong signal, String status) {
        List<String> lines = picture(requests, now, signal);
        lines.add(style.cut(status));
        lines.add("");
        return lines;
    }

    /** The progress, in a line. */
    static String progress(List<Request> requests, long now) {
        if (requests.isEmpty()) {
            return "The server starts.";
        }
        long ended = requests.stream().filter(each -> each.end().isPresent()).count();
        long served = requests.stream()
                .filter(each -> each.end().isEmpty() && each.is(Event.SERVING))
                .count();
        long waiting = requests.size() - ended - served;
        return String.format(
                Locale.ROOT,
                "%.1f s: %d of %d clients have come, %d waiting, %d being served",
                now / 1_000.0,
                requests.size(),
                Trial.CLIENTS,
                waiting,
                served);
    }
}
