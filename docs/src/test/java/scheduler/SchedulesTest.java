package scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.util.List;
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

    @TestFactory
    Stream<DynamicTest> theRealCodeDoesWhatWasRecorded() {
        return Level.all(REPOSITORY).stream().map(level -> DynamicTest.dynamicTest(level.name(), () -> check(level)));
    }

    private static void check(Level level) throws IOException {
        Schedule schedule = Schedule.read(REPOSITORY, level);
        Compiled program = level.compile(workshop);
        assertThat(schedule.head())
                .as("words and code of " + level.file() + "; record it anew: " + Record.COMMAND + " " + level.name())
                .isEqualTo(Schedule.head(level, program, schedule.graph()));
        assertThat(schedule.bad().isEmpty()).as("no state is bad").isEqualTo(level.holds());
        for (List<Integer> way : Rehearsal.ways(schedule, SAMPLE)) {
            rehearsal.take(way, schedule, program);
        }
    }

    @Test
    void noMoveIsUntriedAndNoStateOutOfReach() {
        for (Level level : Level.all(REPOSITORY)) {
            Graph graph = Schedule.read(REPOSITORY, level).graph();
            for (int i = 0; i < graph.size(); i++) {
                int state = i;
                assertThat(graph.hasUntried(state))
                        .as(level.name() + ", state " + state)
                        .isFalse();
            }
        }
    }
}
