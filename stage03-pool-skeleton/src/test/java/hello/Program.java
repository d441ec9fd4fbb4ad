package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program in a JVM of its own, started as a reader starts it. */
final class Program implements AutoCloseable {
    private static final String URL = "http://127\\.0\\.0\\.1:(\\d+)/";
    private static final Pattern START = Pattern.compile("Listening on " + URL + "\\R");

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Path folder, List<String> command) throws IOException {
        output = folder.resolve("output.txt");
        errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        // A JVM that finds one of these says so on stderr.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("_JAVA_OPTIONS");
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        process = builder.start();
    }

    /** @param folder where to keep what the program prints */
    static Program start(Path folder, String... arguments) throws Exception {
        List<String> command = java(classes(Main.class), "hello.Main");
        command.addAll(List.of(arguments));
        return new Program(folder, command);
    }

    /** @param classes the class path, in place of the program's own */
    static Program startFrom(Path classes, Path folder) throws Exception {
        return new Program(folder, java(classes.toString(), "hello.Main", "0"));
    }

    /**
     * Starts a program of the tests under a limit; on Unix alone.
     *
     * @param limit the argument of {@code ulimit}
     * @param java the options of the JVM, and last the program's name
     */
    static Program limited(String limit, Path folder, String... java) throws Exception {
        // The C library would give each thread address space of its own.
        String environment = "export MALLOC_ARENA_MAX=1; ";
        String script = environment + "ulimit " + limit + " && exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(java(classes(Main.class) + ":" + classes(Program.class), java));
        return new Program(folder, command);
    }

    private static List<String> java(String classPath, String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>();
        // It does too little to gain anything from a compiler.
        command.addAll(List.of(java.toString(), "-Xint", "-cp", classPath));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The folder or archive that a class comes from. */
    static String classes(Class<?> type) throws Exception {
        URI source = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(source).toString();
    }

    /** Waits until the program has printed a line or has ended. */
    void awaitStart() {
        awaitUnlessEnded(() -> output().contains("\n"));
    }

    /** Waits for the first line, and returns the port that it names. */
    int awaitPort() {
        awaitStart();
        Matcher line = START.matcher(output());
        assertThat(line.lookingAt()).as(output() + errors()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    void awaitOutput(String text) {
        awaitUnlessEnded(() -> output().contains(text));
        assertThat(output()).contains(text);
    }

    void awaitErrors(String text) {
        awaitUnlessEnded(() -> errors().contains(text));
        assertThat(errors()).contains(text);
    }

    /** Waits until the program has so many sockets open; on Linux alone. */
    void awaitOpenSockets(long count) {
        awaitUnlessEnded(() -> openSockets() == count);
        assertThat(process.isAlive()).isTrue();
    }

    private void awaitUnlessEnded(Callable<Boolean> condition) {
        Callable<Boolean> isOver = () -> !process.isAlive() || condition.call();
        Watchdog.await(isOver);
    }

    /** What the program has printed on stdout up to now. */
    String output() {
        return read(output);
    }

    /** What the program has printed on stderr up to now. */
    String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many sockets the program has open; on Linux alone. */
    long openSockets() throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Program::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed in the meantime.
            return false;
        }
    }

    /** Whether a signal ends the programs that are started here; on Unix alone. */
    static boolean isEndedBy(String signal) throws Exception {
        // What a background job of a shell ignores, its children ignore too.
        String script = "kill -" + signal + " $$";
        return new ProcessBuilder("sh", "-c", script).start().waitFor() != 0;
    }

    /** Sends a signal, INT for example; on Unix alone. */
    void signal(String name) throws Exception {
        // Every shell has kill built in; a program of that name need not be there.
        String script = "kill -" + name + " " + process.pid();
        Process kill = new ProcessBuilder("sh", "-c", script).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits until the program has ended by itself. */
    int awaitExitStatus() throws Exception {
        boolean hasEnded = process.waitFor(WATCHDOG_SECONDS, SECONDS);
        assertThat(hasEnded).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
