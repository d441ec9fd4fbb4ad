package tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The picture of a stage: a row for each request, over the time. It depends on nothing but what it
 * is given, and always has the same number of lines.
 *
 * @param span how many milliseconds the axis shows; what comes later is drawn at its end
 */
record Chart(Style style, long span) {
    /** The lines of a picture: the axis, the requests, the signal. */
    static final int LINES = Trial.CLIENTS + 2;

    private static final int LEFT = 10;
    private static final int RIGHT = 17;
    private static final int LEAST_BAR = 10;
    private static final int LEAST_TICK = 6;

    List<String> lines(List<Request> requests, long now, OptionalLong signal) {
        List<String> lines = new ArrayList<>();
        lines.add(axis());
        for (Request request : requests) {
            lines.add(row(request, now));
        }
        while (lines.size() < LINES - 1) {
            lines.add("");
        }
        lines.add(signal.isPresent() ? signal(signal.getAsLong()) : "");
        return lines;
    }

    /** What the characters mean. */
    String legend() {
        String waiting = style.waiting(3);
        String serving = style.serving(3);
        String legend = waiting + " " + Event.CONNECTED.words() + "   " + serving + " " + Event.SERVING.words() + "   "
                + style.good() + " " + Event.ANSWERED.words() + "   " + style.bad() + " not answered";
        return style.paint(Ink.FAINT, style.cut(legend));
    }

    private int bar() {
        return Math.max(LEAST_BAR, style.width() - LEFT - RIGHT);
    }

    private int column(long millis) {
        return (int) Math.min(bar() - 1, millis * bar() / span);
    }

    private String axis() {
        StringBuilder axis = new StringBuilder(" ".repeat(LEFT));
        long step = step();
        for (long tick = 0; tick < span; tick += step) {
            int gap = LEFT + column(tick) - axis.length();
            String number = tick % 1_000 == 0 ? "" + tick / 1_000 : "" + tick / 1_000.0;
            axis.append(" ".repeat(gap)).append(number).append(" s");
        }
        return style.paint(Ink.FAINT, style.cut(axis.toString()));
    }

    /** A round number of milliseconds that leaves room for the numbers of the axis. */
    private long step() {
        long step = 100;
        int[] factors = {2, 5, 10};
        for (int i = 0; step * bar() / span < LEAST_TICK; i++) {
            step = (long) (100 * Math.pow(10, i / factors.length)) * factors[i % factors.length];
        }
        return step;
    }

    private String row(Request request, long now) {
        int start = column(request.start());
        int served = column(request.served(now));
        int last = column(request.last(now));
        String label = String.format(Locale.ROOT, "%2d %-7s", request.number(), request.page());
        return label
                + " ".repeat(start)
                + style.paint(Ink.WAITING, style.waiting(served - start))
                + style.paint(Ink.SERVING, style.serving(last - served))
                + fate(request, LEFT + last);
    }

    private String fate(Request request, int column) {
        if (request.end().isEmpty()) {
            return "";
        }
        boolean isAnswered = request.is(Event.ANSWERED);
        String text = (isAnswered ? style.good() : style.bad()) + " " + request.fate();
        int room = Math.max(0, style.width() - column);
        return style.paint(isAnswered ? Ink.GOOD : Ink.BAD, text.substring(0, Math.min(room, text.length())));
    }

    private String signal(long millis) {
        String line = " ".repeat(LEFT + column(millis)) + style.pointer() + " the signal";
        return style.paint(Ink.TITLE, style.cut(line));
    }
}
