package exercises;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    private static final String[] STRICT = {"-Xlint:all,-path", "-Werror", "--release", "17"};
    private static final Pattern CLAIM = Pattern.compile("(?m)^- \\[([ x])] (.*)$");

    private static Workshop workshop;

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(REPOSITORY);
    }

    @AfterAll
    static void close() throws IOException {
        workshop.close();
    }

    /** Names all that have to follow a change of the stage or of a solution. */
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
        return Exercise.all(REPOSITORY).stream()
                .map(exercise -> DynamicTest.dynamicTest(exercise.name(), () -> check(exercise)));
    }

    private static void check(Exercise exercise) throws Exception {
        List<String> wrong = exercise.wrong();
        List<Path> toRefuse = new ArrayList<>();
        Checker checker = new Checker(exercise, workshop, LIMIT);
        Path solved = checker.compile(sources(exercise, "start", "solution"), STRICT);
        Path begun = checker.compile(sources(exercise, "start"), STRICT);
        for (String edit : wrong) {
            toRefuse.add(checker.compileLike(solved, sources(exercise, "start", "solution", edit), STRICT));
        }
        List<Report> reports = reports(checker, List.of(begun, solved), toRefuse);
        assertThat(reports).hasSize(2 + toRefuse.size());

        Report start = reports.get(0);
        assertThat(start.verdicts())
                .as("its task lists what the check says of the start")
                .isEqualTo(claims(exercise));
        assertThat(start.isSolved()).as("the start is solved").isFalse();
        assertThat(start.words()).as("what the check says of the start").allMatch(ExercisesTest::isAssertion);
        Report solution = reports.get(1);
        assertThat(solution.words()).as("what the check says of the solution").isEmpty();
        assertThat(solution.isSolved()).as("the solution is solved").isTrue();
        assertThat(wrong).as("wrong attempts").isNotEmpty();
        for (int i = 0; i < wrong.size(); i++) {
            Report report = reports.get(2 + i);
            assertThat(report.isSolved()).as(wrong.get(i) + " is solved").isFalse();
            assertThat(report.words()).as(wrong.get(i)).allMatch(ExercisesTest::isAssertion);
        }
    }

    private static Path sources(Exercise exercise, String... layers) throws IOException {
        Path sources = workshop.scratch("sources");
        exercise.sources(layers).write(sources);
        return sources;
    }

    /** What the check says of each of these attempts. */
    private static List<Report> reports(Checker checker, List<Path> attempts, List<Path> wrong) throws Exception {
        List<Report> reports = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Path printed = workshop.scratch("printed");
        checker.run(attempts, wrong, printed, line -> {
            lines.add(line);
            if (line.matches(Verdicts.SUMMARY)) {
                reports.add(new Report(List.copyOf(lines)));
                lines.clear();
            }
        });
        return reports;
    }

    /** A check has to say what is wrong, not that something was. */
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
