package alternatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Client;
import ground.Server;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four threads serve, and the listener's backlog is the only channel. */
class AcceptServerTest {
    private static final String NAME = "AcceptServer";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int THREADS = 4;

    /** More than the buffers at both ends hold for a client that does not read. */
    private static final int LARGE = 16 * 1_024 * 1_024;

    @TempDir
    private Path folder;

    /** As docs/beyond.md says; stage 05 would have accepted that client. */
    @Test
    void aSignalCutsOffOnlyTheClientsInTheBacklog() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        try (Server server = Alternatives.startWith(folder, "hello.html", new byte[LARGE], NAME)) {
            List<Client> accepted = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                // It occupies a thread until it reads the rest.
                Client client = server.get("/");
                assertThat(client.receive(OK.length())).isEqualTo(OK);
                accepted.add(client);
            }
            Client waiting = server.get("/nowhere");
            assertThat(waiting.isDroppedInABreath()).isFalse();
            server.program().stop();
            assertThatThrownBy(waiting::receive).isInstanceOf(SocketException.class);
            for (Client client : accepted) {
                assertThat(client.receive()).hasSizeGreaterThan(LARGE);
            }
            assertThat(server.ends()).isTrue();
            assertThat(server.program().status()).isEqualTo(143);
        }
    }

    @Test
    void aConnectionThatFailsCostsNoThread() throws Exception {
        // A class that cannot be loaded fails again with each connection.
        try (Server server = Alternatives.startWith(folder, "Request.class", new byte[0], NAME)) {
            for (int i = 0; i <= THREADS; i++) {
                assertThat(server.connect().receive()).isEmpty();
            }
            server.program().await(lines -> lines.size() > THREADS + 1, Server.WATCHDOG_SECONDS);
            assertThat(server.program().output())
                    .filteredOn(line -> line.startsWith("A connection failed: java.lang."))
                    .hasSize(THREADS + 1);
        }
    }
}
