package measure;

import ground.Problem;
import ground.Program;
import ground.Recording;
import ground.Repository;
import ground.Workshop;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a measurement starts its programs. None of them outlives it, whatever ends it. */
final class Bench implements Closeable {
    /** How long to wait for what must come. */
    static final int WATCHDOG_SECONDS = 30;

    private static final long GRACE_MILLIS = 5_000;

    private final Repository repository;
    private final Workshop workshop;
    private final List<Program> programs = new ArrayList<>(); // guarded by this
    private boolean isClosed; // guarded by this
    private boolean isAbandoned; // guarded by this

    private Bench(Repository repository) throws IOException {
        this.repository = repository;
        this.workshop = new Workshop(repository);
    }

    interface Measurement {
        Recording measure(Bench bench) throws Exception;
    }

    /** Runs a measurement and writes what it records into {@code docs/figures/data}. */
    static void run(String file, Measurement measurement) throws Exception {
        String problem = attempt("docs/figures/data/" + file, measurement);
        if (!problem.isEmpty()) {
            System.err.println(problem);
            System.exit(1);
        }
    }

    /** Returns what is wrong, in one line; nothing if all is well. */
    private static String attempt(String file, Measurement measurement) throws Exception {
        try (Bench bench = new Bench(Repository.find())) {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.abandon(main), "abandon"));
            try {
                Recording recording = measurement.measure(bench);
                Files.writeString(bench.repository.path(file), recording.format());
                System.out.println("Written: " + file + "; now draw it, by");
                System.out.println("java -cp docs/target/classes pictures.Pictures");
            } catch (Problem | IOException e) {
                return bench.isAbandoned() ? "" : e.getMessage();
            }
        } catch (Problem e) {
            return e.getMessage();
        }
        return "";
    }

    Repository repository() {
        return repository;
    }

    /** Starts a server, and waits until it listens. */
    Program serve(Target target) throws IOException, InterruptedException {
        Program server = start(target.command());
        if (server.awaitPort(WATCHDOG_SECONDS).isEmpty()) {
            throw new Problem(target.name() + " does not listen: " + String.join(" ", server.output()));
        }
        return server;
    }

    synchronized Program start(List<String> command) throws IOException {
        if (isClosed || isAbandoned) {
            throw new Problem("The measurement is over");
        }
        Path output = workshop.scratch("output");
        Program program = Program.start(repository.root(), output, command);
        programs.add(program);
        return program;
    }

    private synchronized boolean isAbandoned() {
        return isAbandoned;
    }

    /** What a signal calls for: the programs end first, so that nothing keeps the main thread. */
    private void abandon(Thread main) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isAbandoned = true;
            programs.forEach(Program::close);
        }
        try {
            main.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        programs.forEach(Program::close);
        workshop.close();
    }
}
