package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;

/** What clients that come at the same time can expect. */
class ServerTest {
    @Test
    void everyConnectionIsAccepted() throws Exception {
        try (Server server = new Server()) {
            // More than the listener's backlog holds: the last ones find no room in it
            // until the server has taken others out.
            for (int i = 0; i < 1_200; i++) {
                Client.connect(server.listener.port()).close();
            }
        }
    }

    @Test
    void anAcceptedRequestIsNeverRead() throws Exception {
        ThreadPool pool = new ThreadPool(4);
        ConnectionHandler handler = new ConnectionHandler();
        try (Listener listener = Listener.open(0);
                Client client = Client.connect(listener.port())) {
            client.get("/");
            // The test keeps what the pool drops: the garbage collector would close it.
            try (Socket connection = listener.iterator().next()) {
                pool.execute(() -> handler.handle(connection));
                for (Worker worker : pool.workers) {
                    worker.thread.join(WATCHDOG_SECONDS * 1_000);
                    assertThat(worker.thread.isAlive()).isFalse();
                }
                // No worker is left, and the request lies where the client has put it.
                assertThat(connection.getInputStream().read()).isEqualTo('G');
            }
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
