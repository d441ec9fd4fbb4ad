package tour;

import java.util.Locale;

/** What can happen to a request, in this order; the last four end it. */
public enum Event {
    CONNECTED("waiting"),
    SERVING("being served"),
    ANSWERED("answered"),
    REFUSED("refused"),
    CUT("cut off"),
    NEVER("never answered");

    private final String words;

    Event(String words) {
        this.words = words;
    }

    /** What to say of the request from then on. */
    public String words() {
        return words;
    }

    boolean isEnd() {
        return compareTo(SERVING) > 0;
    }

    /** Its name in a recording. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
