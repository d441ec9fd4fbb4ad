package scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was recorded of the levels is what the real code does. They share one JVM, so they take turns. */
@Execution(ExecutionMode.SAME_THREAD)
class SchedulesTest {
    private static final int SAMPLE = 2;
    private static final Repository REPOSITORY = Repository.find();
    private static final Pattern QUOTED = Pattern.compile("\\d[\\d,]* states");

    private static Workshop workshop;
    private static Rehearsal rehearsal;

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(REPOSITORY);
        rehearsal = new Rehearsal(workshop);
    }

    @AfterAll
    static void close() throws IOException {
        rehearsal.close();
        workshop.close();
    }

    private static Level level(String name) {
        return Level.find(REPOSITORY, name).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> theRealCodeDoesWhatWasRecorded() {
        return Level.all(REPOSITORY).stream().map(level -> DynamicTest.dynamicTest(level.name(), () -> check(level)));
    }

    private static void check(Level level) throws IOException {
        Schedule schedule = Schedule.read(REPOSITORY, level);
        Compiled program = level.compile(workshop);
        String again = Record.COMMAND + " " + level.name();
        assertThat(schedule.head().get("code"))
                .as("the code of " + level.name() + " when it was recorded; record it anew: " + again)
                .isEqualTo(program.fingerprint());
        assertThat(schedule.head())
                .as("the words of " + level.file() + "; renew them: " + again + " --words")
                .isEqualTo(Schedule.head(level, program.fingerprint(), schedule.graph()));
        for (List<Integer> way : Rehearsal.ways(schedule, SAMPLE)) {
            rehearsal.take(way, schedule, program);
        }
    }

    @Test
    void everyMoveWasTriedAndOnlyBrokenLevelsHaveBadStates() {
        for (Level level : Level.all(REPOSITORY)) {
            Schedule schedule = Schedule.read(REPOSITORY, level);
            for (int state = 0; state < schedule.graph().size(); state++) {
                assertThat(schedule.graph().hasUntried(state))
                        .as(level.name() + ", state " + state)
                        .isFalse();
            }
            assertThat(schedule.bad().isEmpty())
                    .as("no state of " + level.name() + " is bad")
                    .isEqualTo(level.holds());
        }
    }

    @Test
    void aRecordingOfOtherCodeIsRefusedWithItsStep() throws IOException {
        Schedule schedule = Schedule.read(REPOSITORY, level("a-second-look"));
        Compiled other = level("one-look").compile(workshop);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> {
                    for (List<Integer> way : Rehearsal.ways(schedule, SAMPLE)) {
                        rehearsal.take(way, schedule, other);
                    }
                })
                .withMessageMatching("(?s)docs/figures/data/schedules/10-a-second-look.json: step \\d+, of \\w+.* at "
                        + "\\w+.java:\\d+.*: recorded is .*, and seen was .*; .* record it anew: .*");
    }

    @Test
    void theFingerprintChangesWithTheCodeAndNotWithItsComments() throws IOException {
        Compiled program = level("one-look").compile(workshop);
        String pool = program.sources().text("ThreadPool.java");
        String commented = pool.replaceFirst("/\\*\\* A fixed number", "/** A certain number");
        String broken = pool.replaceFirst("channel\\.put\\(message\\)", "channel.add(message)");
        assertThat(with(program, commented).fingerprint()).isEqualTo(program.fingerprint());
        assertThat(with(program, broken).fingerprint()).isNotEqualTo(program.fingerprint());
        assertThat(commented).isNotEqualTo(pool);
    }

    private static Compiled with(Compiled program, String pool) {
        Sources sources = program.sources().with("ThreadPool.java", pool);
        return new Compiled(sources, program.classes(), program.main(), program.beginning(), true);
    }

    @Test
    void whoeverRecordsAgainGetsTheSame() throws IOException {
        Level level = level("a-job-may-not-close-its-pool");
        try (Recorder recorder = new Recorder(workshop)) {
            Compiled program = level.compile(workshop);
            Schedule schedule = Schedule.of(level, program, recorder.record(program));
            assertThat(ScheduleFile.format(schedule)).isEqualTo(REPOSITORY.read(Schedule.file(level.name())));
        }
    }

    @Test
    void thePageHasARowForEachLevelWithItsNumbers() {
        List<String> rows = REPOSITORY.lines("docs/scheduler.md").stream()
                .filter(line -> line.matches("\\| \\d+\\. .*"))
                .map(line -> line.replaceFirst("\\|[^|]*\\|([^|]*\\|[^|]*\\|)$", "|$1"))
                .toList();
        List<String> truth = new ArrayList<>();
        for (Level level : Level.all(REPOSITORY)) {
            Graph graph = Schedule.read(REPOSITORY, level).graph();
            int number = Integer.parseInt(level.name().substring(0, 2));
            truth.add(String.format(
                    Locale.ROOT, "| %d. %s | %,d | %,d |", number, level.text("title"), graph.size(), graph.moves()));
        }
        assertThat(rows)
                .as("the rows of docs/scheduler.md, without their second cell")
                .isEqualTo(truth);
    }

    @Test
    void everyNumberOfStatesInTheTextWasRecorded() {
        List<String> recorded = Level.all(REPOSITORY).stream()
                .map(level -> Schedule.read(REPOSITORY, level).count().replaceFirst(" and .*", ""))
                .toList();
        for (String page : REPOSITORY.names("docs", ".md")) {
            Matcher quoted = QUOTED.matcher(REPOSITORY.read("docs/" + page + ".md"));
            while (quoted.find()) {
                assertThat(recorded)
                        .as("docs/" + page + ".md, \"" + quoted.group() + '"')
                        .contains(quoted.group());
            }
        }
    }
}
