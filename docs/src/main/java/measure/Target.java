package measure;

import ground.Problem;
import ground.Program;
import ground.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A server to be measured: it listens on a free port and says on which. */
record Target(String name, List<String> command) {
    /** A stage, as {@code mvn compile} has left it. */
    static Target stage(Repository repository, String stage) {
        Path classes = repository.path(stage + "/target/classes");
        if (!Files.exists(classes.resolve("hello/Main.class"))) {
            throw new Problem(stage + " is not compiled; run `mvn -q compile` first");
        }
        return of(nameOf(stage), classes, "hello.Main", "0");
    }

    /** What a stage is called in the recordings. */
    static String nameOf(String stage) {
        return "stage" + Repository.number(stage);
    }

    /** The server of this package, which serves the page of the stages. */
    static Target bare(Repository repository) {
        Path classes = repository.path("docs/target/classes");
        String stage = repository.stages().get(0);
        String page =
                repository.path(stage + "/src/main/resources/hello/hello.html").toString();
        return of("bare", classes, "measure.BareServer", "0", page);
    }

    /** The servers of {@code docs/alternatives} that this build has compiled. */
    static List<Target> alternatives(Repository repository) {
        Path classes = repository.path("docs/target/alternatives");
        List<Target> targets = new ArrayList<>();
        String[] names = classes.resolve("hello").toFile().list();
        List<String> files = names == null ? List.of() : List.of(names);
        for (String file : files.stream().sorted().toList()) {
            if (file.matches("\\w+Server\\.class")) {
                String program = file.replace(".class", "");
                String name = program.replaceFirst("(Thread)?Server$", "").toLowerCase(Locale.ROOT);
                targets.add(of(name, classes, "hello." + program, "0"));
            }
        }
        return targets;
    }

    private static Target of(String name, Path classPath, String... main) {
        List<String> command = new ArrayList<>(List.of(Program.java(), "-cp", classPath.toString()));
        command.addAll(List.of(main));
        return new Target(name, command);
    }
}
