package scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import ground.Sources;
import ground.Workshop;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who plays a level in a terminal. */
class PlayTest {
    private static final Repository ORIGINAL = Repository.find();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    private int play(Repository repository, String typed, String... arguments) throws IOException {
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        try (Workshop workshop = new Workshop(repository)) {
            return new Play(repository, new BufferedReader(new StringReader(typed)), out).run(workshop, arguments);
        }
    }

    private String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private static Schedule recorded(String name) {
        return Schedule.read(ORIGINAL, Level.find(ORIGINAL, name).orElseThrow());
    }

    /** The shortest way to the goal, as it is typed. */
    private static String way(String name) {
        Schedule schedule = recorded(name);
        return schedule.graph().path(0, schedule.bad()::contains).stream()
                .map(thread -> (thread + 1) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void theShortestWayWinsAfterAStepBackAndANewStart() throws IOException {
        String typed = "u\n3\n3\nu\nr\n" + way("a-swallowed-interrupt") + "q\n3\n";
        assertThat(play(ORIGINAL, typed, "5")).isZero();
        assertThat(shown()).contains("There is nothing to undo.").contains("has ended; choose another thread.");
        assertThat(shown().split("There it is!")).hasSize(2);
        assertThat(shown()).contains("Read on in docs/stage04-channel-workers.md#waiting-can-be-interrupted");
        assertThat(shown()).endsWith("> ");
    }

    @Test
    void aHintLeadsToTheGoalAndAnUnknownAnswerSaysWhatIsKnown() throws IOException {
        assertThat(play(ORIGINAL, "h\nnix\n9\n2\nt\n", "one-look")).isZero();
        assertThat(shown())
                .contains("Next on a shortest way: ")
                .contains("That is not one of the keys. A number and Enter")
                .contains("worker-0 waits for a message; choose another thread.")
                .contains("3>   10 ")
                .contains("[1] main      LateJob.java:11; ");
    }

    @Test
    void theEndOfAFixedLevelSaysHowManyStatesThereAre() throws IOException {
        String level = "a-job-may-not-close-its-pool";
        assertThat(play(ORIGINAL, "1\n2\n".repeat(60), level)).isZero();
        assertThat(shown())
                .contains("No thread can move any more: all have ended.")
                .contains("There are " + recorded(level).graph().size() + " states, and none is bad.")
                .contains("  printed   Worker 0 was told to terminate.");
    }

    @Test
    void withoutANameTheLevelsAreListed() throws IOException {
        assertThat(play(ORIGINAL, "")).isZero();
        assertThat(shown().lines()).hasSize(Level.all(ORIGINAL).size() + 1);
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws IOException {
        assertThat(play(ORIGINAL, "", "nix")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "9", "10")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "--attempt", "nix")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "--attempt", "../stage05", "9")).isEqualTo(2);
        assertThat(shown().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("There is no level nix"),
                        line -> assertThat(line).isEqualTo(Play.USAGE),
                        line -> assertThat(line).startsWith("There is no attempt in attempts/nix/hello; "),
                        line -> assertThat(line).startsWith("There is no attempt in "));
    }

    @Test
    void aHoleInAnAttemptCanBeFound() throws IOException {
        try (Workshop workshop = new Workshop(ORIGINAL)) {
            for (String folder : List.of("docs/levels", ORIGINAL.lastStage() + "/src/main")) {
                workshop.copy(folder, root.resolve(folder));
            }
        }
        Files.copy(ORIGINAL.path("pom.xml"), root.resolve("pom.xml"));
        Sources.ofLastStage(ORIGINAL)
                .with("docs/src/explore/without-a-second-look")
                .write(root.resolve("attempts/hole/hello"));
        String toTheEnd = "1\n2\n3\n".repeat(30);
        assertThat(play(new Repository(root), way("one-look") + toTheEnd, "--attempt", "hole", "10"))
                .isZero();
        assertThat(shown()).contains("There it is!");
    }
}
