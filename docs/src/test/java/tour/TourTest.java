package tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour as a reader starts it, in a JVM of its own. */
class TourTest {
    private static final long WATCHDOG_SECONDS = 60;

    private static Workshop workshop;
    private static Path repository;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compileTwoStages() throws IOException {
        workshop = new Workshop(Repository.find());
        List<String> stages = Repository.find().stages();
        workshop.withStage(stages.get(3));
        repository = workshop.withStage(stages.get(4));
        Files.copy(Repository.find().path("pom.xml"), repository.resolve("pom.xml"));
    }

    @AfterAll
    static void close() throws IOException {
        workshop.close();
    }

    private Program start(Path where, String... arguments) throws Exception {
        Path classes = Program.classesOf(Tour.class);
        List<String> command = Program.interpretedJava();
        command.addAll(List.of("-cp", classes.toString(), "tour.Tour"));
        command.addAll(List.of(arguments));
        return Program.start(where, folder.resolve("output"), command);
    }

    /** Waits until the tour has started a server. */
    private static ProcessHandle awaitServer(Program tour) {
        return await().atMost(WATCHDOG_SECONDS, TimeUnit.SECONDS)
                .until(
                        () -> ProcessHandle.of(tour.id()).stream()
                                .flatMap(ProcessHandle::children)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitEnd(Program tour) throws InterruptedException {
        assertThat(tour.awaitEnd(TimeUnit.SECONDS.toMillis(WATCHDOG_SECONDS))).isTrue();
    }

    private static void awaitEnd(ProcessHandle server) {
        await().atMost(WATCHDOG_SECONDS, TimeUnit.SECONDS).until(() -> !server.isAlive());
    }

    @Test
    void withoutATerminalThePicturesArePlainLines() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        Path csv = folder.resolve("tour.csv");
        try (Program tour =
                start(repository, "--stages", "4,5", "--pause", "0.3", "--limit", "30", "--record", csv.toString())) {
            ProcessHandle server = awaitServer(tour);
            awaitEnd(tour);
            awaitEnd(server);
            assertThat(tour.status()).as("%s", tour.output()).isZero();
            assertThat(tour.output())
                    .startsWith("/sleep takes 0.30 s here; a client gives up after 30.00 s.", "")
                    .contains("Stage 04, channel-workers", "Stage 05, graceful-shutdown", Outcome.head())
                    .noneMatch(line -> line.contains("\u001b"))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(tour.output().get(tour.output().size() - 1))
                    .matches("05-graceful-shutdown +\\d\\.\\d\\d s +5  8 of 8    stops, 5/5 answered");
        }
        assertThat(Files.readAllLines(csv))
                .contains("stage,request,page,event,millis")
                .anyMatch(row -> row.matches("# .*, \\d+ cores, JDK \\d.*, java .* --record .*"))
                .anyMatch(row -> row.matches("stage04-channel-workers,14,/,refused,\\d+"))
                .anyMatch(row -> row.matches("stage05-graceful-shutdown,13,/sleep,answered,\\d+"));
    }

    @Test
    void aTourThatIsStoppedLeavesNoServer() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        try (Program tour = start(repository, "--stages", "4", "--pause", "60")) {
            ProcessHandle server = awaitServer(tour);
            tour.stop();
            awaitEnd(tour);
            awaitEnd(server);
            assertThat(tour.status()).isEqualTo(128 + 15);
            assertThat(tour.output()).noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void wrongArgumentsAreReportedInOneLineWithTheUsage() throws Exception {
        fails(2, repository, "The stages are numbers with commas between, not \"x\".", "--stages", "x");
    }

    @Test
    void aMissingStageIsReportedInOneLine() throws Exception {
        fails(
                1,
                repository,
                "There is no stage 99; there are " + Repository.find().stages(),
                "--stages",
                "99");
    }

    @Test
    void aPlaceOutsideTheRepositoryIsReportedInOneLine() throws Exception {
        fails(1, folder, "No pom.xml here or above names stages as modules; run this in the repository");
    }

    @Test
    void aStageThatIsNotCompiledIsReportedInOneLine() throws Exception {
        String problem = "stage01-serial is not compiled; run `mvn -q compile` first";
        fails(1, repository, problem, "--stages", "4,1");
    }

    @Test
    void aFileThatCannotBeWrittenIsReportedInOneLine() throws Exception {
        String file = folder.resolve("none/tour.csv").toString();
        String problem = "Cannot write " + file + ": there is no such folder";
        fails(1, repository, problem, "--stages", "4", "--record", file);
    }

    private void fails(int status, Path where, String message, String... arguments) throws Exception {
        try (Program tour = start(where, arguments)) {
            awaitEnd(tour);
            assertThat(tour.status()).isEqualTo(status);
            assertThat(tour.output()).startsWith(message).hasSize(status == 2 ? 3 : 1);
        }
    }
}
