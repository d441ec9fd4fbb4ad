package hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients that come at the same time can expect. */
class ServerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void aSlowRequestHoldsUpEveryoneElse() throws Exception {
        try (Server server = new Server()) {
            Client slow = server.request("/sleep");
            List<Thread> busy = server.gate.awaitVisits(1);
            Client other = server.request("/");
            // The thread that would have to accept the other one is the one that waits.
            assertThat(busy).containsExactly(server.thread);
            server.gate.open();
            assertThat(slow.receive()).startsWith(OK);
            assertThat(other.receive()).startsWith(OK);
        }
    }

    @Test
    void aMuteClientHoldsUpEveryoneElse() throws Exception {
        Duration patience = Duration.ofSeconds(1);
        try (Server server = new Server(patience)) {
            long start = System.nanoTime();
            Client mute = server.connect();
            Client other = server.request("/");
            assertThat(other.receive()).startsWith(OK);
            Duration wait = Duration.ofNanos(System.nanoTime() - start);
            // A socket's timeout counts in whole milliseconds.
            assertThat(wait).isGreaterThan(patience.minusMillis(1));
            assertThat(mute.receive()).isEmpty();
        }
    }

    @Test
    void closingTheListenerEndsTheServer() {
        try (Server server = new Server()) {
            server.listener.close();
            server.awaitEnd();
        }
    }
}
