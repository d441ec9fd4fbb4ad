package hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients that come at the same time can expect. */
class ServerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void aSlowRequestHoldsUpNobodyElse() throws Exception {
        try (Server server = new Server()) {
            Client slow = server.request("/sleep");
            server.gate.awaitVisits(1);
            Client other = server.request("/");
            assertThat(other.receive()).startsWith(OK);
            server.gate.open();
            assertThat(slow.receive()).startsWith(OK);
        }
    }

    @Test
    void aMuteClientHoldsUpNobodyElse() throws Exception {
        try (Server server = new Server()) {
            server.connect();
            Client other = server.request("/");
            assertThat(other.receive()).startsWith(OK);
        }
    }

    @Test
    void aHundredConnectionsMakeAHundredThreads() throws Exception {
        try (Server server = new Server()) {
            for (int i = 0; i < 100; i++) {
                server.request("/sleep");
            }
            List<Thread> busy = server.gate.awaitVisits(100);
            assertThat(Set.copyOf(busy)).hasSize(100);
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
