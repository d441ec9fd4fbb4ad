package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.Objects.requireNonNullElse;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    @Test
    @Order(1)
    @DisplayName("a pool that create has made runs its jobs")
    void works() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        try (ThreadPool pool = ThreadPool.create(2)) {
            pool.execute(() -> result.complete("done"));
            assertThat(result.get(WATCHDOG_SECONDS, SECONDS)).isEqualTo("done");
        }
    }

    @Test
    @Order(2)
    @DisplayName("create answers a size of 0 or less by a PoolCreationException")
    void refused() {
        for (int size : new int[] {0, -1, Integer.MIN_VALUE}) {
            Throwable thrown = catchThrowable(() -> ThreadPool.create(size).close());
            assertThat(thrown)
                    .withFailMessage(
                            "create(%s) should throw a PoolCreationException; it threw %s",
                            size, requireNonNullElse(thrown, "nothing"))
                    .isInstanceOf(PoolCreationException.class);
        }
    }

    @Test
    @Order(3)
    @DisplayName("the exception's message names the size")
    void message() {
        Throwable thrown = catchThrowable(() -> ThreadPool.create(-42).close());
        assertThat(thrown)
                .withFailMessage(
                        "create(-42) should throw a PoolCreationException; it threw %s",
                        requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(PoolCreationException.class);
        assertThat(thrown.getMessage())
                .withFailMessage(
                        "create(-42) failed with the message \"%s\", which does not name it", thrown.getMessage())
                .contains("-42");
    }

    @Test
    @Order(4)
    @DisplayName("PoolCreationException is a checked exception")
    void checked() {
        Class<?> parent = PoolCreationException.class.getSuperclass();
        assertThat(RuntimeException.class.isAssignableFrom(parent))
                .withFailMessage("it extends %s, so the compiler lets every caller forget it", parent.getSimpleName())
                .isFalse();
    }

    @Test
    @Order(5)
    @DisplayName("create declares this exception and no other")
    void declared() throws Exception {
        Class<?>[] declared =
                ThreadPool.class.getDeclaredMethod("create", int.class).getExceptionTypes();
        List<String> names = Stream.of(declared).map(Class::getSimpleName).toList();
        assertThat(declared)
                .withFailMessage("create should declare PoolCreationException alone; it declares %s", names)
                .containsExactly(PoolCreationException.class);
    }

    @Test
    @Order(6)
    @DisplayName("create is the only way to a pool")
    void onlyWay() {
        for (Constructor<?> constructor : ThreadPool.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPrivate(constructor.getModifiers()))
                    .withFailMessage("other classes can call %s; make it private", constructor)
                    .isTrue();
        }
    }

    @Test
    @Order(7)
    @DisplayName("the server serves, as before")
    void server() throws Exception {
        Listener listener = Listener.open(0);
        Caller server = new Caller(() -> Main.serve(listener, new ConnectionHandler(), 1));
        try (Client client = Client.connect(URI.create(listener.url()).getPort())) {
            client.get("/");
            String answer = client.receive();
            assertThat(answer)
                    .withFailMessage("the server answered: %s", answer)
                    .startsWith("HTTP/1.1 200 OK");
        }
        server.awaitEnd();
    }
}
