package tour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What happens to the requests of one stage, written by many threads. All times are taken from the
 * clock on the wall, the only one that this JVM and the server's have in common.
 */
final class Journal {
    private final Map<Integer, Request> requests = new TreeMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private long start = System.currentTimeMillis();
    private OptionalLong signal = OptionalLong.empty();
    private int threads;

    /** Makes this moment the zero of all times. */
    synchronized void start() {
        start = System.currentTimeMillis();
    }

    synchronized long now() {
        return System.currentTimeMillis() - start;
    }

    /** @param port the client's own, by which the server knows it */
    synchronized void connected(int number, String page, int port) {
        numbers.put(port, number);
        add(number, page, Event.CONNECTED, now());
    }

    /** The server tells of a client that it knows by its port. */
    synchronized void note(Notice notice) {
        // A signal starts one more thread, which does not count.
        if (signal.isEmpty() || notice.clock() - start < signal.getAsLong()) {
            threads = Math.max(threads, notice.threads());
        }
        Integer number = numbers.get(notice.port());
        if (number != null && notice.event().equals(Notice.SERVING)) {
            add(number, requests.get(number).page(), Event.SERVING, notice.clock() - start);
        }
    }

    synchronized void ended(int number, String page, Event end) {
        add(number, page, end, now());
    }

    private void add(int number, String page, Event event, long millis) {
        Request before = requests.getOrDefault(number, Request.of(number, page));
        requests.put(number, before.with(event, millis));
    }

    synchronized void signalled() {
        signal = OptionalLong.of(now());
    }

    synchronized OptionalLong signal() {
        return signal;
    }

    /** The most threads that were alive at one time. */
    synchronized int threads() {
        return threads;
    }

    /** The requests so far, by their numbers. */
    synchronized List<Request> requests() {
        return List.copyOf(requests.values());
    }
}
