package scheduler;

import com.sun.jdi.VMDisconnectedException;
import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;

/** How the programs of this package begin and end. */
final class Start {
    interface Main {
        /** Returns the exit status. */
        int run(Repository repository, Workshop workshop) throws IOException;
    }

    private Start() {}

    /** Runs a program, and reports a problem in one line; a Ctrl-C leaves nothing behind. */
    static void run(Main main) throws IOException {
        Repository repository = null;
        try {
            repository = Repository.find();
        } catch (Problem e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        Workshop workshop = new Workshop(repository);
        Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "shutdown"));
        int status;
        try (workshop) {
            status = attempt(main, repository, workshop);
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int attempt(Main main, Repository repository, Workshop workshop) throws IOException {
        try {
            return main.run(repository, workshop);
        } catch (Problem | VMDisconnectedException e) {
            // After a Ctrl-C the JVM of the program has been stopped, and nobody wants to hear of it.
            if (!workshop.isClosed()) {
                System.err.println(e instanceof Problem ? e.getMessage() : Machine.GONE);
            }
            return 1;
        }
    }
}
