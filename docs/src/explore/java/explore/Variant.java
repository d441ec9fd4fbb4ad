package explore;

import ground.Repository;
import ground.Sources;
import hello.Scenario;
import java.util.List;

/**
 * Stage 05's pool, sound or with a fault. The edit that makes it has its name.
 *
 * @param scenarios those to explore it in
 * @param signs what the trace of its fault holds, in this order; empty if it has none
 */
record Variant(String name, List<Scenario> scenarios, List<String> signs) {
    private static final String FOLDER = "docs/src/explore/";
    private static final String AS_IT_IS = "as it is";

    static List<Variant> all(Repository repository) {
        String[] trace = repository.read(FOLDER + "without-a-second-look.txt").split("\n");
        return List.of(
                sound(AS_IT_IS),
                sound("with room for one message"),
                faulty("without a second look", Scenario.EXECUTE_AGAINST_CLOSE, trace),
                faulty("that takes back an equal message", Scenario.SAME_JOB_AGAINST_CLOSE, "a job is lost"),
                // Worker 0, which is Thread 1, is joined and waits for a message.
                faulty(
                        "with one loop",
                        Scenario.CLOSE_AGAINST_CLOSE,
                        "Thread 1           Worker#1.take()",
                        "are in deadlock"),
                faulty("with a hasty closer", Scenario.CLOSE_AGAINST_CLOSE, "a worker outlives close"),
                faulty("that drops jobs", Scenario.EXECUTE_AGAINST_EXECUTE, "a job is lost"));
    }

    private static Variant sound(String name) {
        return new Variant(name, List.of(Scenario.values()), List.of());
    }

    private static Variant faulty(String name, Scenario scenario, String... signs) {
        return new Variant(name, List.of(scenario), List.of(signs));
    }

    boolean isSound() {
        return signs.isEmpty();
    }

    String id() {
        return name.replace(' ', '-');
    }

    /** The sources of this variant of the pool. */
    Sources sources(Repository repository) {
        Sources sources = Sources.ofLastStage(repository).with(FOLDER + "as-it-is");
        return name.equals(AS_IT_IS) ? sources : sources.with(FOLDER + id());
    }
}
