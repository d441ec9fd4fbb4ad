package pictures;

import ground.Recording;
import ground.Recording.Row;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who waits for whom in a stage: a row for each request, over the time. */
record Timeline(String stage) {
    private static final Map<String, String> UNANSWERED =
            Map.of("refused", "refused", "cut", "cut off", "never", "no answer");
    private static final int LEFT = 80;
    private static final int RIGHT = 450;
    private static final int TOP = 62;
    private static final int ROW = 26;
    private static final int BAR = 18;

    String draw(Recording tour) {
        // One scale for all the stages, so that their pictures can be compared.
        double longest = tour.distinct("stage").stream()
                .map(any -> time(select(tour.rows(), "stage", any)))
                .mapToDouble(time -> time.getMax() - time.getMin())
                .max()
                .orElseThrow();
        Scale x = new Scale(longest, LEFT, RIGHT);
        List<Row> rows = select(tour.rows(), "stage", stage);
        List<String> requests =
                rows.stream().map(row -> row.text("request")).distinct().toList();
        int bottom = TOP + requests.size() * ROW;
        String title = "Stage " + stage.replaceAll("\\D", "") + ": who waits for whom";
        Svg svg = new Svg(bottom + 85, title).text("start", 10, 20, title);
        svg.rect("wait", LEFT, 34, 24, 14).text("start", LEFT + 32, 46, "waits");
        svg.rect("blue", LEFT + 110, 34, 24, 14).text("start", LEFT + 142, 46, "is served");
        double start = time(rows).getMin();
        for (String request : requests) {
            double y = TOP + requests.indexOf(request) * ROW;
            draw(svg, x, start, select(rows, "request", request), y);
        }
        svg.line("axis", LEFT, bottom + 2, RIGHT, bottom + 2);
        for (double tick : x.ticks()) {
            svg.line("axis", x.at(tick), bottom + 2, x.at(tick), bottom + 7);
            svg.text("middle", x.at(tick), bottom + 22, Scale.name(tick) + " s");
        }
        return Pictures.sign(svg, bottom + 50, tour);
    }

    /** A request waits from its first event until it is served, or until its last. */
    private static void draw(Svg svg, Scale x, double start, List<Row> events, double y) {
        Row last = events.get(events.size() - 1);
        List<Row> served = select(events, "event", "serving");
        boolean isAnswered = last.text("event").equals("answered");
        double from = x.at(time(events).getMin() - start);
        double until = x.at(seconds(served.isEmpty() ? last : served.get(0)) - start);
        double to = x.at(seconds(last) - start);
        svg.text("end", LEFT - 8, y + 14, last.text("page"));
        svg.rect("wait", from, y, until - from, BAR);
        String end = UNANSWERED.get(last.text("event"));
        if (isAnswered) {
            // A page that takes no time is answered at once, and is to be seen all the same.
            svg.rect("blue", until, y, Math.max(3, to - until), BAR);
            end = String.format(
                    Locale.ROOT, "%.2f s", time(events).getMax() - time(events).getMin());
        } else {
            svg.rect("blue", until, y, to - until, BAR).rect("red", to, y, 3, BAR);
        }
        svg.text("start", to + 10, y + 14, end);
    }

    private static DoubleSummaryStatistics time(List<Row> rows) {
        return rows.stream().mapToDouble(Timeline::seconds).summaryStatistics();
    }

    private static double seconds(Row row) {
        return row.number("millis") / 1_000;
    }

    private static List<Row> select(List<Row> rows, String column, String value) {
        return rows.stream().filter(row -> row.text(column).equals(value)).toList();
    }
}
