package tour;

import java.util.Locale;

/** What can happen to a request, in this order; the last four end it. */
enum Event {
    CONNECTED,
    SERVING,
    ANSWERED,
    REFUSED,
    CUT,
    NEVER;

    boolean isEnd() {
        return compareTo(SERVING) > 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
