package scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was recorded of the levels is what the real code does. They share one JVM, so they take turns. */
@ResourceLock("scheduler.Rehearsal")
class SchedulesTest {
    private static final int STATES_A_WAY = 1_500;
    private static final Repository REPOSITORY = Repository.find();
    private static final List<String> BEGIN = List.of(
            "main: pool.close()", "worker-0: waits", "sender: channel.put(message)", "main: worker.thread::join");
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
                .as("the code of " + level.name() + " when it was recorded; record it again: " + again)
                .isEqualTo(program.fingerprint());
        assertThat(schedule.head())
                .as("the words of " + level.file() + "; renew them: " + again + " --words")
                .isEqualTo(Schedule.head(level, program.fingerprint(), schedule.graph()));
        for (List<Integer> way : Rehearsal.ways(schedule, 1 + schedule.graph().size() / STATES_A_WAY)) {
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
            for (Fault fault : level.holds() ? Fault.values() : new Fault[0]) {
                assertThat(fault.in(schedule.graph()))
                        .as(fault + " in " + level.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void nobodyIsInterruptedBeforeSomebodyHasMoved() {
        for (Level level : Level.all(REPOSITORY)) {
            Graph graph = Schedule.read(REPOSITORY, level).graph();
            assertThat(graph.state(0).positions()).as(level.name()).noneMatch(State.Position::isInterrupted);
        }
    }

    @Test
    void onlyTheThreadThatInterruptsSetsTheFlagOfAnother() {
        Graph graph = Schedule.read(REPOSITORY, level("a-swallowed-interrupt")).graph();
        List<State.Position> threads = graph.state(0).positions();
        Set<String> movers = new HashSet<>();
        for (int from = 0; from < graph.size(); from++) {
            for (int thread = 0; thread < threads.size(); thread++) {
                int to = graph.next(from, thread);
                if (to >= 0 && !isMainInterrupted(graph.state(from)) && isMainInterrupted(graph.state(to))) {
                    movers.add(threads.get(thread).thread());
                }
            }
        }
        assertThat(movers).containsExactly("stopper");
    }

    private static boolean isMainInterrupted(State state) {
        return state.positions().get(0).isInterrupted();
    }

    @Test
    void aRecordingOfOtherCodeIsRefusedWithItsStep() throws IOException {
        Schedule schedule = Schedule.read(REPOSITORY, level("a-second-look"));
        Compiled other = level("one-look").compile(workshop);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> {
                    for (List<Integer> way : Rehearsal.ways(schedule, 3)) {
                        rehearsal.take(way, schedule, other);
                    }
                })
                .withMessageMatching("(?s)docs/figures/data/schedules/10-a-second-look.json: step \\d+, of \\w+.* at "
                        + "\\w+.java:\\d+.*: the recording says .*, but we saw .*; .* record it again: .*");
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

    /** From there on, so that it does not take long. */
    @Test
    void whoeverRecordsAgainFindsAsManyStates() throws IOException {
        Level level = level("a-second-look");
        Map<String, List<String>> texts = new HashMap<>(level.texts());
        texts.put("begin", BEGIN);
        Graph old = Schedule.read(REPOSITORY, level).graph();
        try (Recorder recorder = new Recorder(workshop)) {
            Graph found = recorder.record(new Level(REPOSITORY, level.name(), texts).compile(workshop));
            List<Integer> way =
                    old.path(0, state -> old.state(state).equals(found.state(0).shown()));
            assertThat(way).as("a way to where it began").isNotNull();
            int start = way.stream().reduce(0, old::next);
            Set<Integer> after = new HashSet<>(Set.of(start));
            Deque<Integer> queue = new ArrayDeque<>(after);
            while (!queue.isEmpty()) {
                int at = queue.remove();
                for (int thread = 0; thread < old.threads(at); thread++) {
                    int to = old.next(at, thread);
                    if (to >= 0 && after.add(to)) {
                        queue.add(to);
                    }
                }
            }
            assertThat(found.size()).isEqualTo(after.size()).isGreaterThan(20);
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
