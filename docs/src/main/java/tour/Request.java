package tour;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a request up to now.
 *
 * @param times when each event happened, in milliseconds from the start of the traffic
 */
record Request(int number, String page, SortedMap<Event, Long> times) {
    static Request of(int number, String page) {
        return new Request(number, page, new TreeMap<>());
    }

    Request with(Event event, long millis) {
        SortedMap<Event, Long> all = new TreeMap<>(times);
        all.put(event, millis);
        return new Request(number, page, Collections.unmodifiableSortedMap(all));
    }

    Optional<Event> end() {
        return times.keySet().stream().filter(Event::isEnd).findFirst();
    }

    boolean is(Event event) {
        return times.containsKey(event);
    }

    long start() {
        return times.get(times.firstKey());
    }

    OptionalLong at(Event event) {
        return is(event) ? OptionalLong.of(times.get(event)) : OptionalLong.empty();
    }

    /** How long it has taken, until a time if it has not ended before. */
    long millis(long now) {
        return end().map(times::get).orElse(now) - start();
    }

    /** The rows of a recording, {@code stage,request,page,event,millis}. */
    String csv(String stage) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<Event, Long> time : times.entrySet()) {
            rows.append(stage).append(',').append(number).append(',').append(page);
            rows.append(',').append(time.getKey()).append(',').append(time.getValue());
            rows.append('\n');
        }
        return rows.toString();
    }
}
