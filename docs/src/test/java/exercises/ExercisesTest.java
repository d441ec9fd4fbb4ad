package exercises;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Compilation;
import ground.Problem;
import ground.Repository;
import ground.Sources;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every exercise can be begun, is not solved from the start, and can be solved. */
class ExercisesTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> STRICT = List.of("-Xlint:all,-path", "-Werror");

    /** javac 17 need not be told, and is faster if it is not. */
    private static final List<String> RELEASE =
            Runtime.version().feature() == 17 ? List.of() : List.of("--release", "17");

    private static final String[] OPTIONS =
            Stream.of(STRICT, RELEASE).flatMap(List::stream).toArray(String[]::new);
    private static final Pattern CLAIM = Pattern.compile("(?m)^- \\[([ x])] (.*)$");

    /** The checks mostly wait, so there may be more than cores, and none waits for a turn of its test. */
    private static final int JVMS = 6;

    private static Workshop workshop;

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(REPOSITORY);
    }

    @AfterAll
    static void close() throws IOException {
        workshop.close();
    }

    /** After a change of the stage or of a solution, it names every edit that has to follow. */
    @Test
    void everyEditFits() {
        Set<String> problems = new TreeSet<>();
        for (Exercise exercise : Exercise.all(REPOSITORY)) {
            for (String wrong : exercise.wrong()) {
                try {
                    exercise.sources("start", "solution", wrong);
                } catch (Problem refusal) {
                    problems.add(refusal.getMessage());
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyExerciseIsWhatItsTaskSays() {
        List<Exercise> all = Exercise.all(REPOSITORY);
        Map<Exercise, Future<Map<Exercise, List<Report>>>> reports = new LinkedHashMap<>();
        for (int jvm = 0; jvm < JVMS; jvm++) {
            List<Exercise> exercises = new ArrayList<>();
            for (int i = jvm; i < all.size(); i += JVMS) {
                exercises.add(all.get(i));
            }
            FutureTask<Map<Exercise, List<Report>>> task = new FutureTask<>(() -> reports(exercises));
            new Thread(task, "checks").start();
            exercises.forEach(exercise -> reports.put(exercise, task));
        }
        return all.stream()
                .map(exercise -> DynamicTest.dynamicTest(
                        exercise.name(),
                        () -> check(exercise, reports.get(exercise).get().get(exercise))));
    }

    /** Runs the checks of several exercises in one JVM, because it takes longer to start than most of them. */
    private static Map<Exercise, List<Report>> reports(List<Exercise> exercises)
            throws IOException, InterruptedException {
        Map<Path, String> attempts = new LinkedHashMap<>();
        // In one go, because the sooner the JVM starts, the better.
        synchronized (Compilation.class) {
            for (Exercise exercise : exercises) {
                Checker checker = checker(exercise);
                Path solved = checker.compile(write(exercise.sources("start", "solution")), OPTIONS);
                attempts.put(checker.compile(write(exercise.sources("start")), OPTIONS), CheckRunner.ALL);
                attempts.put(solved, CheckRunner.ALL);
                for (String edit : exercise.wrong()) {
                    Path wrong = checker.compileOver(solved, write(affected(exercise, edit)), OPTIONS);
                    attempts.put(wrong, exercise.refusal(edit));
                }
            }
        }
        Deque<Report> all = new ArrayDeque<>(reports(checker(exercises.get(0)), attempts));
        assertThat(all).hasSize(attempts.size());
        return exercises.stream()
                .collect(Collectors.toMap(
                        exercise -> exercise,
                        exercise -> Stream.generate(all::remove)
                                .limit(2 + exercise.wrong().size())
                                .toList()));
    }

    /** What an edit of the solution changes, and the sources that name it: they might not compile any more. */
    private static Sources affected(Exercise exercise, String edit) {
        Sources solution = exercise.sources("start", "solution");
        SortedMap<String, String> texts =
                new TreeMap<>(exercise.sources("start", "solution", edit).texts());
        Set<String> changed = new TreeSet<>(texts.keySet());
        changed.removeIf(file -> texts.get(file).equals(solution.text(file)));
        texts.values().removeIf(text -> changed.stream().noneMatch(file -> text.contains(file.replace(".java", ""))));
        return new Sources(REPOSITORY, solution.stage(), texts);
    }

    private static void check(Exercise exercise, List<Report> reports) {
        Report start = reports.get(0);
        assertThat(start.verdicts())
                .as("its task lists what the check says of the start")
                .isEqualTo(claims(exercise));
        assertThat(start.isSolved()).as("the start is solved").isFalse();
        assertThat(start.words()).as("what the check says of the start").allMatch(ExercisesTest::isAssertion);
        Report solution = reports.get(1);
        assertThat(solution.words()).as("what the check says of the solution").isEmpty();
        assertThat(solution.isSolved()).as("the solution is solved").isTrue();
        List<String> wrong = exercise.wrong();
        assertThat(wrong).as("wrong attempts").isNotEmpty();
        for (int i = 0; i < wrong.size(); i++) {
            Report report = reports.get(2 + i);
            assertThat(report.verdicts())
                    .as("what the claim that should refuse it says of " + wrong.get(i))
                    .containsExactly(Verdicts.NOT_YET + exercise.refusal(wrong.get(i)));
            assertThat(report.words()).as(wrong.get(i)).allMatch(ExercisesTest::isAssertion);
        }
    }

    private static Checker checker(Exercise exercise) {
        return new Checker(exercise, workshop, LIMIT);
    }

    private static Path write(Sources texts) throws IOException {
        Path sources = workshop.scratch("sources");
        texts.write(sources);
        return sources;
    }

    /** What the check says of each of these attempts. */
    private static List<Report> reports(Checker checker, Map<Path, String> attempts)
            throws IOException, InterruptedException {
        List<Report> reports = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Path printed = workshop.scratch("printed");
        checker.run(attempts, printed, line -> {
            lines.add(line);
            if (line.matches(Verdicts.SUMMARY)) {
                reports.add(new Report(List.copyOf(lines)));
                lines.clear();
            }
        });
        return reports;
    }

    /** A check has to say what is wrong, and not only that something is. */
    private static boolean isAssertion(String words) {
        return !words.matches("(It threw|The claim .* does not come to an end|This did not happen).*");
    }

    /** The claims of a task's list, as the check should print them. */
    private static List<String> claims(Exercise exercise) {
        Stream<MatchResult> claims =
                CLAIM.matcher(REPOSITORY.read(exercise.task())).results();
        return claims.map(claim -> (claim.group(1).equals("x") ? Verdicts.OK : Verdicts.NOT_YET) + claim.group(2))
                .toList();
    }

    /** What a check says of one attempt. */
    private record Report(List<String> lines) {
        List<String> verdicts() {
            return lines.stream()
                    .filter(line -> line.startsWith(Verdicts.OK) || line.startsWith(Verdicts.NOT_YET))
                    .toList();
        }

        List<String> words() {
            return lines.stream()
                    .filter(line -> line.startsWith(Verdicts.INDENT))
                    .map(String::strip)
                    .toList();
        }

        boolean isSolved() {
            return lines.get(lines.size() - 1).endsWith(Verdicts.SOLVED);
        }
    }
}
