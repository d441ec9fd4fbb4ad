package explore;

import ground.Repository;
import hello.Scenario;
import java.util.List;

/**
 * Stage 05's pool, sound or with a fault.
 *
 * @param edits what makes it of the stage's source
 * @param scenarios those to explore it in
 * @param signs what the trace of its fault holds, in this order; empty if it has none
 */
record Variant(String name, List<Edit> edits, List<Scenario> scenarios, List<String> signs) {
    /** Lincheck 3.7 does not see that a thread waits if a method reference makes it wait. */
    private static final Edit JOIN = new Edit("worker.thread::join", "() -> worker.thread.join()");

    private static final Edit SMALL_CHANNEL = new Edit("CAPACITY = 1_024;", "CAPACITY = 1;");

    static List<Variant> all(Repository repository) {
        return List.of(
                sound("as it is"),
                sound("with room for one message", SMALL_CHANNEL),
                withoutTheLock(repository.read("docs/src/explore/without-the-lock.txt")),
                withOneLoop(),
                withAHastyCloser(),
                thatDropsJobs());
    }

    /** A job follows into the channel when it is closed. */
    private static Variant withoutTheLock(String trace) {
        Edit edit = new Edit("synchronized void execute(", "void execute(");
        List<String> signs = trace.lines().toList();
        return faulty("without the lock", Scenario.EXECUTE_AGAINST_CLOSE, signs, edit);
    }

    /** Worker 0, which is Thread 1, is joined and waits for a message. */
    private static Variant withOneLoop() {
        String send = "uninterruptibly(() -> channel.put(new Terminate()));";
        Edit edit = new Edit(send, send + " uninterruptibly(() -> worker.thread.join());");
        List<String> signs = List.of("Thread 1           channel.take()", "are in deadlock");
        return faulty("with one loop", Scenario.CLOSE_AGAINST_CLOSE, signs, edit);
    }

    /** The second closer returns while the workers run. */
    private static Variant withAHastyCloser() {
        String look = "boolean isFirst = stopAccepting();";
        Edit edit = new Edit(look, look + " if (!isFirst) { return; }");
        List<String> signs = List.of("a worker outlives close", "stopAccepting(): false");
        return faulty("with a hasty closer", Scenario.CLOSE_AGAINST_CLOSE, signs, edit);
    }

    /** A full channel makes nobody wait. */
    private static Variant thatDropsJobs() {
        String send = "channel.put(new NewJob(job))";
        String offer = "channel.offer(new NewJob(job), 0, java.util.concurrent.TimeUnit.SECONDS)";
        Edit edit = new Edit(send, offer);
        Scenario scenario = Scenario.EXECUTE_AGAINST_EXECUTE;
        return faulty("that drops jobs", scenario, List.of("a job is lost"), SMALL_CHANNEL, edit);
    }

    private static Variant sound(String name, Edit... edits) {
        return new Variant(name, List.of(edits), List.of(Scenario.values()), List.of());
    }

    private static Variant faulty(String name, Scenario scenario, List<String> signs, Edit... by) {
        return new Variant(name, List.of(by), List.of(scenario), signs);
    }

    boolean isSound() {
        return signs.isEmpty();
    }

    /** Returns the source of this variant, given that of the stage. */
    String source(String original) {
        String source = JOIN.apply(original);
        for (Edit edit : edits) {
            source = edit.apply(source);
        }
        return source;
    }
}
