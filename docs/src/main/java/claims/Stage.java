package claims;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import proofs.Compilation;
import proofs.Program;
import proofs.Refusal;
import proofs.Repository;
import proofs.Workshop;

/** A stage to be probed: every program that it starts is a JVM of its own. */
record Stage(Repository repository, Workshop workshop, String name) {
    /** What lets a JVM that lives for seconds start sooner. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    boolean hasPool() {
        return Files.exists(classes().resolve("hello/ThreadPool.class"));
    }

    /** Starts the stage's server on a free port. */
    Server serve(String... connections) throws IOException {
        List<String> command = new ArrayList<>(List.of("hello.Main", "0"));
        command.addAll(List.of(connections));
        return new Server(start(classes().toString(), command));
    }

    /** Starts a program of {@code docs/claims}, compiled against the stage. */
    Program run(String program) throws IOException {
        Path out = workshop.scratch("out");
        String source = repository.path("docs/claims/" + program + ".java").toString();
        List<String> arguments = List.of("-cp", classes().toString(), "-d", out.toString(), source);
        Compilation compilation = Compilation.run(repository.root(), arguments);
        if (!compilation.succeeded()) {
            throw new Refusal(name + ": " + String.join("\n", compilation.output()));
        }
        return start(classes() + File.pathSeparator + out, List.of("hello." + program));
    }

    private Path classes() {
        return workshop.withStage(name).resolve(name).resolve("target/classes");
    }

    private Program start(String classPath, List<String> main) throws IOException {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(QUICK);
        command.addAll(List.of("-cp", classPath));
        command.addAll(main);
        Path output = workshop.scratch("output");
        return Program.start(output.getParent(), output, command);
    }
}
