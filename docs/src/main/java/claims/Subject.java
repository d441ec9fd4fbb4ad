package claims;

import ground.Compilation;
import ground.Problem;
import ground.Program;
import ground.Repository;
import ground.Server;
import ground.Workshop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of a column, to be probed; each start is a JVM of its own. */
record Subject(Repository repository, Workshop workshop, Column column) {
    boolean hasPool() {
        boolean mayHavePool = !column.isStage() || Files.exists(classes().resolve("hello/ThreadPool.class"));
        return mayHavePool && !column.pool().isEmpty();
    }

    /** Starts the server on a free port. */
    Server serve(String... connections) throws IOException {
        List<String> main = new ArrayList<>(List.of("hello." + (column.isStage() ? "Main" : column.name()), "0"));
        main.addAll(List.of(connections));
        return new Server(workshop.java(classes().toString(), main.toArray(String[]::new)));
    }

    /** Starts a program of {@code docs/claims}, compiled against the column's pool. */
    Program run(String program) throws IOException {
        Path out = workshop.scratch("out");
        Path claims = repository.path("docs/claims");
        String source = claims.resolve(program + ".java").toString();
        String pool = claims.resolve(column.pool()).resolve("Pool.java").toString();
        List<String> arguments = List.of("-cp", classes().toString(), "-d", out.toString(), source, pool);
        Compilation compilation = Compilation.run(repository.root(), arguments);
        if (!compilation.succeeded()) {
            throw new Problem(column.name() + ": " + String.join("\n", compilation.output()));
        }
        return workshop.java(classes() + File.pathSeparator + out, "hello." + program);
    }

    private Path classes() {
        if (column.isStage()) {
            return workshop.classes(column.name());
        }
        return workshop.withAlternatives().resolve(Workshop.ALTERNATIVES);
    }
}
