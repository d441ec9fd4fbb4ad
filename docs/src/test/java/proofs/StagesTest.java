package proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The text promises that nothing changes from stage to stage unless it has to. */
class StagesTest {
    private static final int PROJECTOR = 88;

    /** The files that are the same in all stages. All others change in some chapter. */
    private static final List<String> SAME = List.of(
            "src/main/java/hello/ConnectionHandler.java",
            "src/main/java/hello/Listener.java",
            "src/main/java/hello/Request.java",
            "src/main/java/hello/Response.java",
            "src/main/java/hello/StartupException.java",
            "src/main/java/hello/TimedInput.java",
            "src/main/resources/hello/404.html",
            "src/main/resources/hello/hello.html",
            "src/test/java/hello/Client.java",
            "src/test/java/hello/ConnectionHandlerTest.java",
            "src/test/java/hello/Gate.java",
            "src/test/java/hello/ListenerTest.java",
            "src/test/java/hello/Program.java");

    private final Repository repository = Repository.find();
    private final List<String> stages = repository.stages();

    @Test
    void filesThatNoChapterChangesAreTheSameInAllStages() {
        for (String stage : stages) {
            for (String file : SAME) {
                assertThat(repository.read(stage + "/" + file))
                        .as(stage + "/" + file)
                        .isEqualTo(repository.read(stages.get(0) + "/" + file));
            }
        }
    }

    @Test
    void noFileGoesAwayAndTestsKeepTheirNames() {
        Set<String> before = new TreeSet<>();
        for (String stage : stages) {
            Set<String> files = new TreeSet<>(repository.tree(stage));
            assertThat(files).as(stage).containsAll(before);
            before = files;
        }
    }

    @Test
    void aStagesPomDiffersInItsNameOnly() {
        String first = repository.read(stages.get(0) + "/pom.xml");
        for (String stage : stages) {
            assertThat(repository.read(stage + "/pom.xml"))
                    .as(stage + "/pom.xml")
                    .isEqualTo(first.replace(stages.get(0), stage));
        }
    }

    @Test
    void everyLineFitsOnAProjector() {
        for (String stage : stages) {
            for (String file : repository.tree(stage + "/src")) {
                List<String> lines = repository.lines(stage + "/src/" + file);
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(lines.get(i).length())
                            .as("columns of " + stage + "/src/" + file + ":" + (i + 1))
                            .isLessThanOrEqualTo(PROJECTOR);
                }
            }
        }
    }

    @Test
    void noSourceCarriesATagForTheText() {
        for (String stage : stages) {
            for (String file : repository.tree(stage + "/src")) {
                assertThat(repository.read(stage + "/src/" + file))
                        .as(stage + "/src/" + file)
                        .doesNotContainPattern("(?i)(tag::|end::|snippet|@start|@end|docs/|<!--)");
            }
        }
    }

    @Test
    void everyJavaSourceIsAsciiSoThatItCompilesInEveryLocale() {
        List<String> foreign = new ArrayList<>();
        for (String file : repository.tree("")) {
            List<String> lines = file.endsWith(".java") ? repository.lines(file) : List.of();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).chars().anyMatch(c -> c > 127)) {
                    foreign.add(file + ":" + (i + 1) + ": write this line in ASCII: "
                            + lines.get(i).strip());
                }
            }
        }
        assertThat(foreign).isEmpty();
    }
}
