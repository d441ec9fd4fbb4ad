package exercises;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner sees, in a repository with a single exercise. */
class MainTest {
    private static final String EXERCISE = "docs/exercises/03-future";
    private static final String ATTEMPT = "attempts/future/hello/ThreadPool.java";
    private static final Repository ORIGINAL = Repository.find();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Duration limit = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    @BeforeEach
    void copyOneExercise() throws IOException {
        String stage = ORIGINAL.lastStage();
        write("pom.xml", "<module>" + stage + "</module>");
        write(Exercise.PROMISES, ORIGINAL.read(Exercise.PROMISES));
        for (String folder : List.of(EXERCISE, stage + "/src")) {
            for (String file : ORIGINAL.tree(folder)) {
                write(folder + "/" + file, ORIGINAL.read(folder + "/" + file));
            }
        }
    }

    @Test
    void anExerciseIsBegunThenCheckedUntilItIsSolved() throws Exception {
        write("attempts/future/hello/.DS_Store", "\0");
        assertThat(run("")).isZero();
        assertThat(lines()).first().isEqualTo("03  future          not begun");

        String start =
                Exercise.find(ORIGINAL, "future").orElseThrow().sources("start").text("ThreadPool.java");
        assertThat(run("future")).isZero();
        assertThat(shown()).isEqualTo(block(0));
        assertThat(read(ATTEMPT)).isEqualTo(start);

        leaveThingsBehind();
        assertThat(run("future")).isOne();
        assertThat(shown()).isEqualTo(block(1));
        assertThat(read("attempts/future/printed.txt")).contains("Worker 0 got a job; executing.");

        attempt(Exercise.find(ORIGINAL, "future")
                .orElseThrow()
                .sources("start", "solution")
                .text("ThreadPool.java"));
        assertThat(run("03-future")).isZero();
        assertThat(lines()).contains("9 of 9: solved", "Compare it with " + EXERCISE + "/solution.diff");

        assertThat(run("")).isZero();
        assertThat(lines()).first().isEqualTo("03  future          9 of 9: solved");
    }

    @Test
    void anUnknownNameIsAnsweredByAllNames() throws Exception {
        assertThat(run("past")).isEqualTo(2);
        assertThat(lines()).containsExactly("There is no exercise past; there are future.");
    }

    @Test
    void aStartThatDoesNotFitAChangedStageIsNotBegun() throws Exception {
        String pool = ORIGINAL.lastStage() + "/src/main/java/hello/ThreadPool.java";
        write(pool, read(pool).replace("Takes no more jobs, lets", "Lets"));
        assertThat(run("future")).isOne();
        assertThat(lines())
                .singleElement()
                .asString()
                .matches(
                        "It could not start: " + EXERCISE + "/start\\.diff:\\d+: .*ThreadPool\\.java; fit the edit .*");
        assertThat(root.resolve("attempts")).doesNotExist();
    }

    @Test
    void anAttemptThatDoesNotCompileIsAnsweredByJavac() throws Exception {
        run("future");
        attempt(read(ATTEMPT).replace("return null;", "return nothing; // C:\\temp"));
        assertThat(run("future")).isOne();
        assertThat(lines()).first().asString().matches(ATTEMPT + ":\\d+: error: cannot find symbol");
        assertThat(lines()).contains("        return nothing; // C:\\temp");
        run("");
        assertThat(lines()).first().isEqualTo("03  future          cannot be checked");
    }

    @Test
    void anAttemptThatTheCheckCannotCallIsAnsweredByJavac() throws Exception {
        run("future");
        attempt(read(ATTEMPT).replace("> submit(", "> send("));
        assertThat(run("future")).isOne();
        assertThat(lines())
                .startsWith("The check cannot be compiled against it:")
                .anyMatch(line -> line.startsWith(EXERCISE + "/Check.java:"));
    }

    @Test
    void anAttemptThatHangsIsEndedAndSaysWhere() throws Exception {
        limit = Duration.ofSeconds(3);
        run("future");
        // The other thread ends as soon as JUnit interrupts the test, and must be reported nevertheless.
        String other = "var end = new java.util.concurrent.CountDownLatch(1);"
                + "new Thread(() -> { try { end.await(); } catch (Exception e) {} }, \"other\").start();";
        String wait =
                "while (true) { try { Thread.currentThread().join(); } catch (Exception e) { end.countDown(); } }";
        attempt(read(ATTEMPT).replace("return null;", other + wait));
        assertThat(run("future")).isOne();
        assertThat(lines())
                .contains(
                        "         The claim \"submit returns while the job still waits for a worker\" does not come to an"
                                + " end:")
                .anyMatch(line -> line.matches(" +submit, called by the test, waits for .* \\(ThreadPool.java:\\d+\\)"))
                .anyMatch(line -> line.matches(" +other waits for others to get that far \\(ThreadPool.java:\\d+\\)"))
                .contains("skipped  the Future gets what the job returned");
    }

    @Test
    void anAttemptThatEndsTheJvmIsNotSolved() throws Exception {
        for (String end : List.of("System.exit(100);", "Runtime.getRuntime().halt(0);")) {
            assertEnd("if (true) { " + end + " } return null;", "The attempt ended the JVM (look for System.exit),");
        }
    }

    @Test
    void anAttemptThatTakesAllMemoryIsNotSolved() throws Exception {
        String all = "for (Object[] all = {}; ; all = new Object[] {all, new long[1 << 20]}) {}";
        assertEnd(all.replace("{}", "{ }"), "The attempt took all memory");
    }

    @Test
    void ofWhatAnAttemptPrintsOnlyTheBeginningIsKept() throws Exception {
        run("future");
        String print = "for (int i = 0; i < 100; i++) { System.out.println(\"Here I am again\".repeat(1_000)); }";
        attempt(read(ATTEMPT).replace("return null;", print + "return null;"));
        assertThat(run("future")).isOne();
        assertThat(root.resolve("attempts/future/printed.txt")).content().endsWith(BoundedOutput.REST);
        assertThat(root.resolve("attempts/future/printed.txt").toFile().length())
                .isLessThan(1_100_000);
    }

    private void assertEnd(String body, String words) throws Exception {
        run("future");
        String start =
                Exercise.find(ORIGINAL, "future").orElseThrow().sources("start").text("ThreadPool.java");
        attempt(start.replace("return null;", body));
        assertThat(run("future")).isOne();
        assertThat(lines())
                .last()
                .isEqualTo(words + " at the claim \"submit returns while the job still waits for a worker\";"
                        + " the others were not checked.");
    }

    /** What editors, file managers, compilers and learners leave behind. */
    private void leaveThingsBehind() throws IOException {
        List<String> names = List.of(".ThreadPool.java.swp", "._ThreadPool.java", "ThreadPool.java~", "Main.class");
        for (String name : names) {
            write("attempts/future/hello/" + name, "\0");
        }
        write("attempts/future/hello/ThreadPool - Copy.java", "package hello; class ThreadPool {}");
        write("attempts/future/hello/old/ThreadPool.java", "package hello; class ThreadPool {}");
        write("attempts/future/hello/notes", "Ask about Callable.");
        write("attempts/.DS_Store", "\0");
    }

    /** Returns the exit status. */
    private int run(String name) throws Exception {
        output.reset();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new Main(new Repository(root.toRealPath()), limit, out).run(name);
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The last command and its output, as the text shows them. */
    private String shown() {
        return "$ " + Main.COMMAND + " -Dexercise=future\n" + String.join("\n", lines()) + "\n";
    }

    private static String block(int index) {
        Pattern block = Pattern.compile("(?s)```console exercise\n(.*?)```");
        return block.matcher(ORIGINAL.read("docs/exercises.md"))
                .results()
                .toList()
                .get(index)
                .group(1);
    }

    private String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    private void attempt(String source) throws IOException {
        write(ATTEMPT, source);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
