package ground;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A child process, mostly a JVM, whose output goes into a file. */
public final class Program implements Closeable {
    private static final long POLL_MILLIS = 20;
    private static final long CLOSE_MILLIS = 10_000;
    private static final long COUNTER_MILLIS = 30_000;
    private static final Pattern LISTENING = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)/");
    private static final boolean CAN_REPLAY =
            works("sh", "-c", "curl --version") && ProcessHandle.current().supportsNormalTermination();
    private static final boolean HAS_GIT = works("git", "--version");

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a command; both of its streams go into the same file. */
    public static Program start(Path folder, Path output, List<String> command) throws IOException {
        return start(folder, output, output, command);
    }

    public static Program start(Path folder, Path output, Path errors, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.redirectErrorStream(errors.equals(output));
        isolate(builder.environment());
        // As in a reader's terminal: curl draws no progress, and git has no settings.
        Path home = Files.createDirectories(output.resolveSibling("home"));
        Files.writeString(home.resolve(".curlrc"), "no-progress-meter\n");
        builder.environment().put("CURL_HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return new Program(process, output);
    }

    /** Removes what would change the output: proxies, options of the JVM and of git, decimal commas. */
    static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.matches("(?i).*_proxy|GIT_.*"));
        environment.keySet().removeIf(name -> name.matches("_?JAVA_(TOOL_)?OPTIONS|JDK_JAVA_OPTIONS"));
        environment.put("LC_NUMERIC", "C");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    }

    /** Whether there are a shell and curl, and programs can be asked to end. */
    public static boolean canReplay() {
        return CAN_REPLAY;
    }

    public static boolean hasGit() {
        return HAS_GIT;
    }

    private static boolean works(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The beginning of a command for a JVM that should start fast, and runs for seconds only. */
    public static List<String> quickJava() {
        return new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    }

    /** The same for a JVM that does too little to gain anything from a compiler. */
    public static List<String> interpretedJava() {
        return new ArrayList<>(List.of(java(), "-Xint"));
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The folder or the jar that a class was loaded from. */
    public static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines that it has printed so far; none if the file is gone. */
    public List<String> output() {
        return text().lines().toList();
    }

    private String text() {
        try {
            // Lenient, because the last character may be half written.
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes on every line as soon as it is whole, until the program has ended. */
    public void follow(Consumer<String> reader) throws InterruptedException {
        int seen = 0;
        long size = 0;
        boolean hasEnded;
        do {
            hasEnded = awaitEnd(POLL_MILLIS);
            if (hasEnded || size != (size = output.toFile().length())) {
                String text = text();
                String whole = hasEnded ? text : text.substring(0, text.lastIndexOf('\n') + 1);
                List<String> lines = whole.lines().skip(seen).toList();
                lines.forEach(reader);
                seen += lines.size();
            }
        } while (!hasEnded);
    }

    /** Waits until the output is as wanted, the program has ended, or the time is up. */
    public void await(Predicate<List<String>> wanted, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!wanted.test(output()) && System.nanoTime() < deadline) {
            if (awaitEnd(POLL_MILLIS)) {
                return;
            }
        }
    }

    /** Waits until a server says which port it listens on; empty if it does not. */
    public OptionalInt awaitPort(long seconds) throws InterruptedException {
        await(lines -> port(lines).isPresent(), seconds);
        return port(output());
    }

    private static OptionalInt port(List<String> lines) {
        return lines.stream()
                .map(LISTENING::matcher)
                .filter(Matcher::find)
                .mapToInt(listening -> Integer.parseInt(listening.group(1)))
                .findFirst();
    }

    public boolean awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    public long id() {
        return process.pid();
    }

    /** One of the JVM's own counters, by the name that jcmd gives it. */
    public int counter(String name) throws IOException, InterruptedException {
        String jcmd = Path.of(java()).resolveSibling("jcmd").toString();
        Path file = output.resolveSibling("counters");
        List<String> command = List.of(jcmd, "-J-Xint", String.valueOf(id()), "PerfCounter.print");
        try (Program counters = start(file.getParent(), file, command)) {
            counters.awaitEnd(COUNTER_MILLIS);
            Matcher counter = Pattern.compile("^" + Pattern.quote(name) + "=(\\d+)$", Pattern.MULTILINE)
                    .matcher(String.join("\n", counters.output()));
            if (!counter.find()) {
                throw new Problem("jcmd does not know " + name + ": " + counters.output());
            }
            return Integer.parseInt(counter.group(1));
        }
    }

    /** The status that a shell would show. */
    public int status() {
        return process.exitValue();
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void stop() {
        process.destroy();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            // What a shell has started would go on without it.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        try {
            // Not onExit(), whose threads may all be busy.
            awaitEnd(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
