package pictures;

import ground.Problem;
import ground.Recording;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import tour.Event;
import tour.Request;

/** Who waits for whom in a stage, as the tour draws it: a row for each request, over the time. */
record Timeline(String stage) {
    private static final int LEFT = 80;
    private static final int RIGHT = 440;
    private static final int TOP = 62;
    private static final int ROW = 26;
    private static final int BAR = 18;

    String draw(Recording tour) {
        // One scale for all the stages, so that their pictures can be compared.
        long longest = tour.distinct("stage").stream()
                .map(any -> Request.all(tour, any))
                .mapToLong(requests -> end(requests) - start(requests))
                .max()
                .orElseThrow();
        Scale x = new Scale(longest / 1_000.0, LEFT, RIGHT);
        List<Request> requests = Request.all(tour, stage);
        if (requests.isEmpty()) {
            throw new Problem(stage + " is not in the recording of the tour; record one by " + tour.command());
        }
        int bottom = TOP + requests.size() * ROW;
        String title = "Stage " + stage.replaceAll("\\D", "") + ": who waits for whom";
        Svg svg = new Svg(bottom + 85, title).text("start", 10, 20, title);
        svg.rect("wait", LEFT, 34, 24, 14).text("start", LEFT + 32, 46, Event.CONNECTED.words());
        svg.rect("blue", LEFT + 110, 34, 24, 14).text("start", LEFT + 142, 46, Event.SERVING.words());
        for (Request request : requests) {
            draw(svg, x, request, start(requests), TOP + requests.indexOf(request) * ROW);
        }
        svg.line("axis", LEFT, bottom + 2, RIGHT, bottom + 2);
        for (double tick : x.ticks()) {
            svg.line("axis", x.at(tick), bottom + 2, x.at(tick), bottom + 7);
            svg.text("middle", x.at(tick), bottom + 22, Scale.name(tick) + " s");
        }
        return Pictures.sign(svg, bottom + 50, tour);
    }

    private static void draw(Svg svg, Scale x, Request request, long start, double y) {
        double from = x.at((request.start() - start) / 1_000.0);
        double until = x.at((request.served(0) - start) / 1_000.0);
        double to = x.at((request.last(0) - start) / 1_000.0);
        svg.begin(told(request, start), 0, y - 4, Svg.WIDTH, ROW);
        svg.text("end", LEFT - 8, y + 14, request.page());
        svg.rect("wait", from, y, until - from, BAR);
        if (request.is(Event.ANSWERED)) {
            // A page that takes no time is answered at once, and must be visible all the same.
            svg.rect("blue", until, y, Math.max(3, to - until), BAR);
        } else {
            svg.rect("blue", until, y, to - until, BAR).rect("red", to, y, 3, BAR);
        }
        svg.text("start", to + 10, y + 14, request.fate()).end();
    }

    /** What happened to a request, and when. */
    private static String told(Request request, long start) {
        StringJoiner told = new StringJoiner(", ", "Request " + request.number() + ", " + request.page() + ": ", "");
        request.times().forEach((event, millis) -> {
            String from = event.compareTo(Event.SERVING) > 0 ? " at " : " from ";
            String when = String.format(Locale.ROOT, "%.2f s", (millis - start) / 1_000.0);
            told.add(event.words() + (event == Event.NEVER ? "" : from + when));
        });
        return told.toString();
    }

    private static long start(List<Request> requests) {
        return requests.stream().mapToLong(Request::start).min().orElseThrow();
    }

    private static long end(List<Request> requests) {
        return requests.stream().mapToLong(request -> request.last(0)).max().orElseThrow();
    }
}
