package measure;

import ground.Problem;
import ground.Recording;
import ground.Repository;
import ground.Server;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;

/** Starts the programs of a measurement. None of them outlives it, however it ends. */
record Bench(Workshop workshop) {
    interface Measurement {
        Recording measure(Bench bench) throws Exception;
    }

    /** Runs a measurement and writes what it records into {@code docs/figures/data}. */
    static void run(String name, Measurement measurement) throws Exception {
        try (Workshop workshop = new Workshop(Repository.find())) {
            Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "close"));
            try {
                Recording recording = measurement.measure(new Bench(workshop));
                String file = "docs/figures/data/" + name;
                Files.writeString(workshop.repository().path(file), recording.format());
                System.out.println("Written: " + file + "; now draw it, by");
                System.out.println("java -cp docs/target/classes pictures.Pictures");
            } catch (Problem | IOException e) {
                // After a Ctrl-C the programs are gone, and nobody wants to read about that.
                if (!workshop.isClosed()) {
                    throw e;
                }
            }
        } catch (Problem | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    Repository repository() {
        return workshop.repository();
    }

    /** Starts a server, and waits until it listens. */
    Server serve(Target target) throws IOException, InterruptedException {
        Server server = new Server(workshop.start(repository().root(), target.command()));
        if (!server.listens()) {
            throw new Problem(target.name() + " does not listen: " + server.output());
        }
        return server;
    }
}
