package proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Compilation;
import ground.Repository;
import ground.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private final Repository repository = Repository.find();

    @TempDir
    private Path out;

    /** Only the parts that use the stage: the others need libraries that this build lacks. */
    @Test
    void thePoolFitsTheBenchmarksAndTheExploration() {
        List<String> sources = new ArrayList<>();
        for (String name : List.of("Message", "ThreadPool", "Worker")) {
            sources.add(source(repository.lastStage() + "/src/main/java/hello/" + name));
        }
        for (String name : List.of("hello/PublicPool", "benchmarks/Pool", "benchmarks/Peer", "benchmarks/JdkPool")) {
            sources.add(source("docs/src/benchmarks/java/" + name));
        }
        sources.add(source("docs/src/explore/java/hello/Scenario"));
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
        arguments.addAll(List.of("--release", "17", "-d", out.toString()));
        arguments.addAll(sources);
        Compilation compilation = Compilation.run(repository.root(), arguments);
        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.succeeded()).isTrue();
    }

    @Test
    void theyAreBuiltWithTheLastStage() {
        String property = "<lastStage>" + repository.lastStage() + "</lastStage>";
        assertThat(repository.read("docs/pom.xml").contains(property))
                .as("docs/pom.xml says " + property)
                .isTrue();
    }

    @Test
    void theEditsOfTheExplorationFitThePool() throws IOException {
        String folder = "docs/src/explore/";
        List<String> edits = new ArrayList<>(repository.names(folder, ".diff"));
        assertThat(edits.remove("as-it-is")).isTrue();
        for (String edit : edits) {
            Path source = out.resolve(edit + "/src/main/java/hello");
            Sources.ofLastStage(repository)
                    .with(folder + "as-it-is")
                    .with(folder + edit)
                    .write(source);
            List<String> options = List.of("-d", out.toString());
            assertThat(Compilation.of(out.resolve(edit), options).output())
                    .as(edit)
                    .isEmpty();
        }
    }

    private String source(String name) {
        return repository.path(name + ".java").toString();
    }
}
