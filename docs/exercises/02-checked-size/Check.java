package hello;

import static java.lang.Thread.State.NEW;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    @Test
    @Order(1)
    @DisplayName("a pool that create has made has as many workers as it was asked for")
    void works() throws Exception {
        for (int size : new int[] {1, 2, 5}) {
            Throwable thrown = catchThrowable(() -> ThreadPool.create(size));
            assertThat(thrown)
                    .withFailMessage("create(%s) should make a pool; it threw %s", size, thrown)
                    .isNull();
            List<Worker> workers = ThreadPool.create(size).workers;
            List<Integer> ids = workers.stream().map(worker -> worker.id).toList();
            assertThat(ids)
                    .withFailMessage("create(%s) made a pool whose workers are %s", size, ids)
                    .isEqualTo(IntStream.range(0, size).boxed().toList());
            assertThat(workers)
                    .withFailMessage("create(%s) made a pool, and has not started all its workers", size)
                    .noneMatch(worker -> worker.thread.getState() == NEW);
        }
    }

    @Test
    @Order(2)
    @DisplayName("create answers a size of 0 or less by a PoolCreationException")
    void refused() {
        for (int size : new int[] {0, -1, Integer.MIN_VALUE}) {
            refusal(size);
        }
    }

    @Test
    @Order(3)
    @DisplayName("the exception's message names the size")
    void message() {
        String message = refusal(-42).getMessage();
        assertThat(message)
                .withFailMessage("create(-42) failed with the message \"%s\", which does not name it", message)
                .contains("-42");
    }

    private static Throwable refusal(int size) {
        Throwable thrown = catchThrowable(() -> ThreadPool.create(size));
        assertThat(thrown)
                .withFailMessage(
                        "create(%s) should throw a PoolCreationException; it threw %s",
                        size, requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(PoolCreationException.class);
        return thrown;
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
        List<Class<?>> inside = new ArrayList<>(List.of(ThreadPool.class.getDeclaredClasses()));
        inside.add(ThreadPool.class);
        for (Class<?> type : inside) {
            for (Method method : type.getDeclaredMethods()) {
                assertNoWay(method, method.getReturnType());
            }
            for (Field field : type.getDeclaredFields()) {
                assertNoWay(field, field.getType());
            }
        }
    }

    private static void assertNoWay(Member member, Class<?> type) {
        boolean isWay = type == ThreadPool.class && !Modifier.isPrivate(member.getModifiers());
        assertThat(isWay && !member.getName().equals("create"))
                .withFailMessage("other classes get a pool also by %s; make it private", member)
                .isFalse();
    }

    @Test
    @Order(7)
    @DisplayName("the server serves until its listener is closed, as before")
    void server() throws Exception {
        Listener listener = Listener.open(0);
        Caller server = new Caller(() -> Main.serve(listener, new ConnectionHandler()));
        listener.close();
        server.awaitEnd();
    }
}
