package tour;

import ground.Recording;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has happened to a request up to now. It waits from its first event until it is served, or
 * until its last: this is what all pictures of a stage show.
 *
 * @param times when each event happened, in milliseconds from the start of the traffic
 */
public record Request(int number, String page, SortedMap<Event, Long> times) {
    static Request of(int number, String page) {
        return new Request(number, page, new TreeMap<>());
    }

    /** What a recording tells of a stage, by the numbers of the requests. */
    public static List<Request> all(Recording recording, String stage) {
        Map<Integer, Request> requests = new TreeMap<>();
        for (Recording.Row row : recording.rows()) {
            if (row.text("stage").equals(stage)) {
                int number = (int) row.number("request");
                Event event = Event.valueOf(row.text("event").toUpperCase(Locale.ROOT));
                Request before = requests.getOrDefault(number, of(number, row.text("page")));
                requests.put(number, before.with(event, (long) row.number("millis")));
            }
        }
        return List.copyOf(requests.values());
    }

    Request with(Event event, long millis) {
        SortedMap<Event, Long> all = new TreeMap<>(times);
        all.put(event, millis);
        return new Request(number, page, Collections.unmodifiableSortedMap(all));
    }

    Optional<Event> end() {
        return times.keySet().stream().filter(Event::isEnd).findFirst();
    }

    public boolean is(Event event) {
        return times.containsKey(event);
    }

    public long start() {
        return times.get(times.firstKey());
    }

    /** When its waiting ended: when it was served, or at its end, or now. */
    public long served(long now) {
        return at(Event.SERVING).orElse(last(now));
    }

    /** When it ended, or now. */
    public long last(long now) {
        return end().map(times::get).orElse(now);
    }

    OptionalLong at(Event event) {
        return is(event) ? OptionalLong.of(times.get(event)) : OptionalLong.empty();
    }

    /** How long it has taken, until a time if it has not ended before. */
    long millis(long now) {
        return last(now) - start();
    }

    /** How long it took to be answered, or what happened to it, in words. */
    public String fate() {
        if (is(Event.ANSWERED)) {
            return Outcome.seconds(millis(0));
        }
        return end().map(Event::words).orElse("");
    }

    /** Its rows in a recording. */
    List<Recording.Row> rows(String stage) {
        return times.entrySet().stream()
                .map(time -> Recording.row(
                        Log.COLUMNS, stage + "," + number + "," + page + "," + time.getKey() + "," + time.getValue()))
                .toList();
    }
}
