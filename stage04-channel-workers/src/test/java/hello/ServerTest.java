package hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    void fourSlowRequestsHoldUpTheFifth() throws Exception {
        try (Server server = new Server()) {
            for (int i = 0; i < 4; i++) {
                server.request("/sleep");
            }
            List<Thread> busy = server.gate.awaitVisits(4);
            Client fifth = server.request("/sleep");
            server.gate.open();
            assertThat(fifth.receive()).startsWith(OK);
            List<Thread> all = server.gate.awaitVisits(5);
            assertThat(Set.copyOf(busy)).hasSize(4);
            // The fifth had to wait for one of the four.
            assertThat(busy).contains(all.get(4));
        }
    }

    @Test
    void aHundredConnectionsMakeFourThreads() throws Exception {
        try (Server server = new Server()) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                clients.add(server.request("/sleep"));
            }
            server.gate.awaitVisits(4);
            server.gate.open();
            for (Client client : clients) {
                assertThat(client.receive()).startsWith(OK);
            }
            List<Thread> busy = server.gate.awaitVisits(100);
            assertThat(Set.copyOf(busy)).hasSize(4);
        }
    }

    @Test
    void closingTheListenerLeavesTheWorkers() throws Exception {
        try (Server server = new Server()) {
            Client slow = server.request("/sleep");
            Thread worker = server.gate.awaitVisits(1).get(0);
            server.listener.close();
            server.awaitEnd();
            server.gate.open();
            assertThat(slow.receive()).startsWith(OK);
            // For a job that will never come.
            awaitWaiting(worker);
        }
    }

    private static void awaitWaiting(Thread thread) {
        Watchdog.await(() -> thread.getState() == Thread.State.WAITING);
    }
}
