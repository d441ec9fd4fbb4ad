package tour;

import ground.Problem;
import ground.Program;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server of a stage, in a JVM of its own. What it tells goes into the recording. */
final class Server implements Closeable {
    private static final long WATCHDOG_SECONDS = 30;

    private final Process process;
    private final Journal recording;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();

    /** Starts it on a free port. */
    Server(Children children, Path classes, Duration pause, Journal recording) throws IOException {
        this.recording = recording;
        String classPath = classes + File.pathSeparator + ownClasses();
        String millis = String.valueOf(pause.toMillis());
        List<String> command = Program.quickJava();
        command.addAll(List.of("-cp", classPath, "tour.Watched", millis));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Program.isolate(builder);
        process = children.start(builder);
        Thread reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private static Path ownClasses() {
        try {
            return Path.of(Server.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String last = "nothing";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Notice.parse(line).ifPresent(this::note);
                Program.port(line).map(Integer::valueOf).ifPresent(port::complete);
                if (line.equals("Shutting down.")) {
                    stopping.complete(null);
                }
                last = line;
            }
        } catch (IOException | UncheckedIOException e) {
            last = e.toString();
        }
        port.completeExceptionally(new Problem("The server does not start; it says: " + last));
    }

    private void note(Notice notice) {
        recording.threads(notice.threads());
        if (notice.event().equals(Notice.SERVING)) {
            recording.serving(notice.port(), notice.clock());
        }
    }

    /** Waits until it listens. */
    int port() throws InterruptedException {
        try {
            return port.get(WATCHDOG_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Problem(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new Problem("The server does not start within " + WATCHDOG_SECONDS + " s");
        }
    }

    /** Asks it to end, as Ctrl-C does, and waits until it has begun to. */
    void stop() throws InterruptedException {
        recording.signalled();
        // Process.destroy would close the pipe, and what the server still says would be lost.
        process.toHandle().destroy();
        try {
            CompletableFuture.anyOf(stopping, process.onExit()).get(WATCHDOG_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Problem("The server does not heed the signal");
        }
    }

    /** Waits until it has ended; false if it goes on. */
    boolean ends() throws InterruptedException {
        return process.waitFor(WATCHDOG_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(WATCHDOG_SECONDS, TimeUnit.SECONDS).join();
    }
}
