package scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Program;
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
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
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
        return typed(schedule, schedule.bad()::contains);
    }

    private static String typed(Schedule schedule, IntPredicate wanted) {
        return schedule.graph().path(0, wanted).stream()
                .map(thread -> (thread + 1) + "\n")
                .collect(Collectors.joining());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void theShortestWayWinsAfterAStepBackAndANewStart() throws IOException {
        String typed = "u\n3\n3\nu\nr\n" + way("a-swallowed-interrupt") + "h\n1\nq\n3\n";
        assertThat(play(ORIGINAL, typed, "5")).isZero();
        assertThat(shown()).contains("There is nothing to undo.").contains("has ended; choose another thread.");
        assertThat(count(shown(), "There it is!")).isOne();
        assertThat(shown())
                .contains("Read on in docs/stage04-channel-workers.md#waiting-can-be-interrupted\n"
                        + "Next: 6, An interrupt passed on.\n> You are there.\n> ")
                .contains("  jobs      job 1 IS LOST\n")
                .contains("\nYou are there. u goes back, ");
        assertThat(shown()).endsWith("> ");
    }

    @Test
    void anInterruptShowsWhenItHasComeAndTheRefusedJobIsCalledSo() throws IOException {
        assertThat(play(ORIGINAL, "3\n" + "1\n".repeat(9), "6")).isZero();
        List<String> screens = List.of(shown().split("> \n"));
        assertThat(screens.get(0)).contains("[1] main ").doesNotContain("interrupted;");
        assertThat(screens.get(1)).contains("[1] main      Stopped.java:11; interrupted;");
        assertThat(shown()).contains("  jobs      job 1 was refused");
    }

    @Test
    void whoIsFreedByAMoveIsNamed() throws IOException {
        assertThat(play(ORIGINAL, "1\n1\n1\n1\nu\n", "5")).isZero();
        assertThat(count(shown(), "worker-0 was waiting for this, and went on, too."))
                .isOne();
    }

    @Test
    void anEndThatIsNoDeadlockIsExplainedAndThatTheGoalIsOutOfReachIsSaidOnce() throws IOException {
        Schedule schedule = recorded("jobs-that-wait");
        String typed = typed(
                schedule,
                state -> schedule.graph().state(state).isFinal()
                        && !schedule.bad().contains(state));
        assertThat(play(ORIGINAL, typed + "h\n2\n", "13")).isZero();
        assertThat(shown())
                .contains("No thread can move any more.\nAll jobs are done, and the workers wait for more: ")
                .endsWith("> Nobody can move any more: u or r.\n> Nobody can move any more: u or r.\n> \n");
        assertThat(count(shown(), "You can no longer get there from here")).isOne();
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
        assertThat(play(ORIGINAL, "h\n" + "1\n2\n".repeat(60), level)).isZero();
        int states = recorded(level).graph().size();
        assertThat(shown())
                .contains("Here nothing goes wrong, in any of the " + states + " states.")
                .contains("Next: 13, Jobs that wait for jobs.")
                .contains("  printed   ...\n")
                .contains("No thread can move any more: all have ended.")
                .contains("There are " + states + " states, and none is bad.")
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
        assertThat(play(ORIGINAL, "", "")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "--attempt", "nix", "99")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "--attempt", "nix")).isEqualTo(2);
        assertThat(play(ORIGINAL, "", "--attempt", "../stage05", "9")).isEqualTo(2);
        assertThat(shown().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("There is no level nix"),
                        line -> assertThat(line).isEqualTo(Play.USAGE),
                        line -> assertThat(line).isEqualTo(Play.USAGE),
                        line -> assertThat(line).startsWith("There is no level 99"),
                        line -> assertThat(line).startsWith("There is no exercise nix; there are counting, "),
                        line -> assertThat(line).startsWith("There is no exercise ../stage05; "));
    }

    @Test
    void anExerciseThatIsNotBegunIsToBeBegunFirst() throws IOException {
        Files.createDirectories(root.resolve("docs/exercises/01-one"));
        Files.createFile(root.resolve("docs/exercises/01-one/README.md"));
        assertThat(play(new Repository(root), "", "--attempt", "one")).isEqualTo(2);
        assertThat(shown()).matches("There is no attempt in attempts/one/hello; begin .* -Dexercise=one\n");
    }

    @Test
    void outsideTheRepositoryOneLineSaysWhereItRuns() throws IOException, InterruptedException {
        Process process = start(root, Play.class);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("No pom.xml here or above .*; run this in the repository\\R");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aProblemOnTheWayIsReportedInOneLine() throws IOException, InterruptedException {
        Process process = start(ORIGINAL.root(), Record.class, "no-such-level");
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("There is no level no-such-level; there are .*\\R");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static Process start(Path folder, Class<?> main, String... arguments) throws IOException {
        List<String> command = Program.interpretedJava();
        command.addAll(List.of("-cp", Program.classesOf(main).toString(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
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
        assertThat(shown()).contains("There it is! In our pool this cannot happen.");
    }
}
