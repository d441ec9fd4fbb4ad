package tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The requests show the point of each stage. */
class TrialTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Long enough even for a busy machine to do what must be done within a pause. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private static final Duration WATCHDOG = Duration.ofSeconds(30);

    private static Workshop workshop;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        workshop = new Workshop(REPOSITORY);
    }

    @AfterAll
    static void close() throws IOException {
        if (workshop != null) {
            workshop.close();
        }
    }

    private static Outcome run(int number, Trial trial) throws Exception {
        String stage = REPOSITORY.stages().get(number - 1);
        Outcome outcome = trial.run(workshop, workshop.classes(stage));
        // Nobody is answered before being served: the pictures rely on it.
        assertThat(trial.journal().requests())
                .allSatisfy(request ->
                        assertThat(List.copyOf(request.times().values())).isSorted());
        return outcome;
    }

    private static long at(Trial trial, int number, Event event) {
        return trial.journal().requests().get(number - 1).at(event).orElseThrow();
    }

    @Test
    void theServersClockMayShowAnyTime() {
        Journal journal = new Journal();
        journal.connected(1, "/", 4711, 20);
        journal.note(new Notice(Notice.ACCEPTED, 4711, 5_000_000_000L, 1));
        journal.note(new Notice(Notice.SERVING, 4711, 5_007_999_999L, 1));
        Request request = journal.requests().get(0);
        long served = request.at(Event.SERVING).orElseThrow();
        assertThat(request.start()).isEqualTo(20);
        assertThat(served - request.start()).isEqualTo(7);
    }

    @Test
    void theSerialStageServesNobodyUntilTheSlowRequestIsDone() throws Exception {
        Trial trial = new Trial(SHORT, WATCHDOG);
        Outcome outcome = run(1, trial);
        assertThat(outcome.answered()).isEqualTo(Trial.FIRST);
        assertThat(outcome.threads()).isEqualTo(1);
        assertThat(at(trial, Trial.BESIDE, Event.SERVING) - at(trial, 1, Event.SERVING))
                .isGreaterThanOrEqualTo(SHORT.toMillis());
        assertThat(outcome.ended()).isTrue();
    }

    @Test
    void aThreadPerConnectionKeepsNobodyWaitingAndTakesManyThreads() throws Exception {
        Trial trial = new Trial(LONG, WATCHDOG);
        Outcome outcome = run(2, trial);
        assertThat(outcome.answered()).isEqualTo(Trial.FIRST);
        assertThat(outcome.threads()).isGreaterThan(1 + 4);
        assertThat(at(trial, Trial.BESIDE, Event.ANSWERED)).isLessThan(at(trial, 1, Event.ANSWERED));
    }

    @Test
    void theSkeletonServesAndAnswersNobody() throws Exception {
        Trial trial = new Trial(SHORT, LONG);
        Outcome outcome = run(3, trial);
        List<Request> requests = trial.journal().requests();
        assertThat(requests).hasSize(Trial.CLIENTS).noneMatch(request -> request.is(Event.SERVING));
        assertThat(requests.subList(0, Trial.FIRST)).allMatch(request -> request.is(Event.NEVER));
        assertThat(outcome.answered()).isZero();
        // On a busy machine, one of the last may give up before the signal cuts it off.
        assertThat(requests.subList(Trial.FIRST, Trial.FIRST + Trial.LAST))
                .allMatch(request -> request.is(Event.CUT) || request.is(Event.NEVER));
    }

    @Test
    void fourWorkersAreCutOffByTheSignal() throws Exception {
        Trial trial = new Trial(LONG, WATCHDOG);
        Outcome outcome = run(4, trial);
        assertThat(outcome.answered()).isEqualTo(Trial.FIRST);
        assertThat(outcome.threads()).isEqualTo(1 + 4);
        assertThat(at(trial, Trial.BESIDE, Event.ANSWERED)).isLessThan(at(trial, 1, Event.ANSWERED));
        // The fifth would be answered two pauses after it came.
        assertThat(trial.journal().requests().get(Trial.CLIENTS - 2).is(Event.CUT))
                .isTrue();
        assertThat(trial.journal().requests().get(Trial.CLIENTS - 1).is(Event.REFUSED))
                .isTrue();
    }

    @Test
    void theLastStageAnswersAllItHasAcceptedAndEnds() throws Exception {
        Trial trial = new Trial(Duration.ofSeconds(1), WATCHDOG);
        Outcome outcome = run(5, trial);
        assertThat(outcome.answered()).isEqualTo(Trial.FIRST);
        assertThat(outcome.saved()).isEqualTo(Trial.LAST);
        assertThat(outcome.threads()).isEqualTo(1 + 4);
        assertThat(outcome.ended()).isTrue();
        assertThat(trial.journal().requests())
                .filteredOn(request -> request.is(Event.ANSWERED))
                .hasSize(Trial.CLIENTS - 1)
                .allMatch(request -> request.is(Event.SERVING));
        // The latecomer is refused while the others are still being answered.
        assertThat(at(trial, Trial.CLIENTS, Event.REFUSED)).isLessThan(at(trial, Trial.CLIENTS - 1, Event.ANSWERED));
    }
}
