package tour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What happens to the requests of one stage, written by many threads. Times are milliseconds from the
 * start of the traffic, not by the wall clock, which somebody may set meanwhile.
 */
final class Journal {
    private final Map<Integer, Request> requests = new TreeMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private long start = System.nanoTime();

    /** By how many nanoseconds, at least, this clock is ahead of the server's: nobody is accepted before connecting. */
    private long ahead = Long.MIN_VALUE / 2;

    private OptionalLong signal = OptionalLong.empty();
    private int threads;

    /** From here on, times count from this moment. */
    synchronized void start() {
        start = System.nanoTime();
    }

    synchronized long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /**
     * @param port the client's own, by which the server knows it
     * @param since when it began to connect: by now, it may have been accepted
     */
    synchronized void connected(int number, String page, int port, long since) {
        numbers.put(port, number);
        add(number, page, Event.CONNECTED, since);
    }

    /** The server tells of a client that it knows by its port. */
    synchronized void note(Notice notice) {
        Integer number = numbers.get(notice.port());
        if (number != null) {
            long since = TimeUnit.MILLISECONDS.toNanos(requests.get(number).start());
            ahead = Math.max(ahead, since - notice.clock());
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(notice.clock() + ahead);
        // A signal starts one more thread, which does not count.
        if (signal.isEmpty() || millis < signal.getAsLong()) {
            threads = Math.max(threads, notice.threads());
        }
        if (number != null && notice.event().equals(Notice.SERVING)) {
            add(number, requests.get(number).page(), Event.SERVING, millis);
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
