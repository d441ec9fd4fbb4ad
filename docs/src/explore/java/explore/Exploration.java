package explore;

import ground.Compilation;
import ground.Program;
import ground.Repository;
import ground.Sources;
import hello.Scenario;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Explores a variant of the pool, each scenario in a JVM of its own. If the variant is sound,
 * nothing may go wrong in any run; if not, its fault must be found.
 */
record Exploration(Variant variant, Path folder) {
    private static final String RUNS = "500";
    private static final long WATCHDOG_MILLIS = 300_000;

    /** Exits with status 1 if something is not as it must be. */
    public static void main(String[] args) throws Exception {
        Repository repository = Repository.find();
        boolean isFine = true;
        for (Variant variant : Variant.all(repository)) {
            Path folder = repository.path("docs/target/explore/" + variant.id());
            Exploration exploration = new Exploration(variant, folder);
            exploration.compile(variant.sources(repository));
            for (Scenario scenario : variant.scenarios()) {
                isFine &= exploration.run(scenario);
            }
        }
        System.exit(isFine ? 0 : 1);
    }

    private void compile(Sources sources) throws IOException {
        sources.write(folder);
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        Compilation compilation = Compilation.run(folder, arguments);
        if (!compilation.succeeded()) {
            throw new IllegalStateException(variant.name() + ": " + compilation.output());
        }
    }

    private boolean run(Scenario scenario) throws Exception {
        System.out.println("The pool " + variant.name() + ", " + scenario + ":");
        Path output = folder.resolve(scenario.name() + ".txt");
        try (Program program = Program.start(folder, output, command(scenario))) {
            boolean hasEnded = program.awaitEnd(WATCHDOG_MILLIS);
            Trace trace = new Trace(program.output());
            if (hasEnded && program.status() == 0) {
                System.out.println("nothing goes wrong in " + RUNS + " runs");
            } else {
                trace.brief().forEach(System.out::println);
                System.out.println("(more in " + output + ")");
            }
            int wanted = variant.isSound() ? 0 : Explorer.FOUND;
            boolean isFine = hasEnded && program.status() == wanted && trace.holds(variant.signs());
            System.out.println(isFine ? "" : "THAT IS NOT AS IT MUST BE.\n");
            return isFine;
        }
    }

    private List<String> command(Scenario scenario) {
        // The variant's classes come first, in place of the stage's.
        String classPath = folder + File.pathSeparator + classPath();
        return List.of(
                Program.java(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xshare:off",
                "-cp",
                classPath,
                Explorer.class.getName(),
                scenario.name(),
                RUNS);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
