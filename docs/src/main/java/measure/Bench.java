package measure;

import ground.Problem;
import ground.Recording;
import ground.Repository;
import ground.Server;
import ground.Workshop;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;

/** Where a measurement starts its programs. None of them outlives it, whatever ends it. */
record Bench(Repository repository, Workshop workshop) {
    interface Measurement {
        Recording measure(Bench bench) throws Exception;
    }

    /** Runs a measurement and writes what it records into {@code docs/figures/data}. */
    static void run(String file, Measurement measurement) throws Exception {
        try {
            Repository repository = Repository.find();
            try (Workshop workshop = new Workshop(repository)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(workshop), "close"));
                run("docs/figures/data/" + file, measurement, new Bench(repository, workshop));
            }
        } catch (Problem | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String file, Measurement measurement, Bench bench) throws Exception {
        try {
            Recording recording = measurement.measure(bench);
            Files.writeString(bench.repository.path(file), recording.format());
            System.out.println("Written: " + file + "; now draw it, by");
            System.out.println("java -cp docs/target/classes pictures.Pictures");
        } catch (Problem | IOException e) {
            // After a Ctrl-C the programs have been killed, and nobody wants to hear of it.
            if (!bench.workshop.isClosed()) {
                throw e;
            }
        }
    }

    private static void close(Closeable workshop) {
        try {
            workshop.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** Starts a server, and waits until it listens. */
    Server serve(Target target) throws IOException, InterruptedException {
        Server server = new Server(workshop.start(repository.root(), target.command()));
        if (!server.listens()) {
            throw new Problem(target.name() + " does not listen: " + server.output());
        }
        return server;
    }
}
