package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the listening socket does for the loop that waits at it. */
class ListenerTest {
    private static final String CANNOT_ACCEPT = "Cannot accept a connection: ";

    @Test
    void portZeroIsAnyFreePort() {
        try (Listener first = Listener.open(0);
                Listener second = Listener.open(0)) {
            assertThat(first.port()).isPositive().isNotEqualTo(second.port());
            assertThat(first.url()).isEqualTo("http://127.0.0.1:" + first.port() + "/");
        }
    }

    @Test
    void aTakenPortIsReportedWithWhatToDo() {
        try (Listener other = Listener.open(0)) {
            String problem = "Cannot listen on 127.0.0.1:" + other.port() + ": ";
            String hint = "Choose another port above 1023, or stop what uses this one.";
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> Listener.open(other.port()))
                    .withMessageStartingWith(problem)
                    .withMessageEndingWith(hint)
                    .withMessageMatching(".*") // no line break
                    .extracting(StartupException::exitStatus)
                    .isEqualTo(1);
        }
    }

    @Test
    void noOtherAddressOfThisMachineIsOpen() throws Exception {
        try (Listener listener = Listener.open(0)) {
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, listener.port()).close())
                        .as(address.toString())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void connectionsComeInTheOrderInWhichTheyWereMade() throws Exception {
        try (Listener listener = Listener.open(0)) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                clients.add(Client.connect(listener.port()));
            }
            Iterator<Socket> connections = listener.iterator();
            for (Client client : clients) {
                try (Socket connection = connections.next()) {
                    client.send("x");
                    assertThat(connection.getInputStream().read()).isEqualTo('x');
                }
                client.close();
            }
        }
    }

    @Test
    void lookingTwiceForAConnectionTakesOne() throws Exception {
        try (Listener listener = Listener.open(0);
                Client client = Client.connect(listener.port())) {
            Iterator<Socket> connections = listener.iterator();
            assertThat(connections.hasNext()).isTrue();
            assertThat(connections.hasNext()).isTrue();
            try (Socket connection = connections.next()) {
                client.send("x");
                assertThat(connection.getInputStream().read()).isEqualTo('x');
            }
        }
    }

    @Test
    void closingEndsTheLoopThatWaits() throws Exception {
        Listener listener = Listener.open(0);
        Iterator<Socket> connections = listener.iterator();
        Future<Boolean> hasNext = new FutureTask<>(connections::hasNext);
        Thread waiting = new Thread((Runnable) hasNext, "waiting");
        waiting.start();
        listener.close();
        assertThat(hasNext).succeedsWithin(WATCHDOG_SECONDS, SECONDS).isEqualTo(false);
        waiting.join();
    }

    @Test
    void aClosedListenerHasNoMoreConnections() {
        Listener listener = Listener.open(0);
        listener.close();
        Iterator<Socket> connections = listener.iterator();
        assertThat(connections.hasNext()).isFalse();
        ThrowingCallable next = connections::next;
        assertThatThrownBy(next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void closingTwiceFreesThePortOnce() throws Exception {
        Listener listener = Listener.open(0);
        int port = listener.port();
        listener.close();
        ThrowingCallable connect = () -> Client.connect(port);
        assertThatThrownBy(connect).isInstanceOf(ConnectException.class);
        try (Listener next = Listener.open(port)) {
            listener.close();
            Client.connect(next.port()).close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLackOfFileDescriptorsCostsNoListener(@TempDir Path folder) throws Exception {
        String server = InterruptedServer.class.getName();
        try (Program program = Program.limited("-n 64", folder, server)) {
            int port = program.awaitPort();
            // The first request loads classes, which takes file descriptors too.
            assertIsServed(port);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                clients.add(Client.connect(port));
            }
            program.awaitErrors(CANNOT_ACCEPT);
            clients.forEach(Client::close);
            assertIsServed(port);
            // A line a second at most: the loop does not spin.
            List<String> lines = program.errors().lines().toList();
            assertThat(lines)
                    .hasSizeLessThan(2 * WATCHDOG_SECONDS)
                    .allSatisfy(line -> assertThat(line).startsWith(CANNOT_ACCEPT));
        }
    }

    private static void assertIsServed(int port) throws Exception {
        try (Client client = Client.connect(port)) {
            client.get("/");
            assertThat(client.receive()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }
}
