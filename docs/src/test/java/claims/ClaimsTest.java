package claims;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proofs.Document;
import proofs.Finding;

/** The table of claims in README.md is true, cell by cell. */
class ClaimsTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final List<Column> COLUMNS = Column.all(REPOSITORY);
    private static final String TOLD = "the program ends after the number of connections it was given";
    private static final String BAD_JOB = "a job that fails costs no worker";
    private static final String YES = "\u2713";
    private static final String NO = "\u2717";
    private static final String NONE = "\u2013";

    private static Workshop workshop;

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(REPOSITORY);
    }

    @AfterAll
    static void close() throws IOException {
        workshop.close();
    }

    @TestFactory
    Stream<DynamicTest> theTableIsTrue() {
        Table table = parse(REPOSITORY.read("README.md"));
        table.checkRows(Probes.BY_CLAIM.keySet());
        return table.cells().stream()
                .filter(cell -> cell.column().runsHere())
                .map(cell -> DynamicTest.dynamicTest(
                        cell.claim() + ", " + cell.column().name(), () -> check(cell)));
    }

    @ParameterizedTest
    @CsvSource({
        TOLD + ", 0, " + NO + ", " + YES,
        TOLD + ", 4, " + YES + ", " + NO,
        BAD_JOB + ", 1, " + NONE + ", " + NO,
        BAD_JOB + ", 2, " + NONE + ", " + YES,
        BAD_JOB + ", 3, " + YES + ", " + NONE,
    })
    void aCellThatSaysAnythingElseIsRefused(String claim, int column, String truth, String flipped) throws Exception {
        String[] marks = new String[COLUMNS.size()];
        Arrays.fill(marks, NONE);
        marks[column] = flipped;
        Cell cell = parse(table(claim, marks)).cells().get(column);
        assertThatThrownBy(() -> check(cell))
                .isInstanceOf(Finding.class)
                .hasMessageStartingWith(
                        "README.md:5: \"" + claim + "\", " + COLUMNS.get(column).name())
                .hasMessageContaining("the table says " + flipped + ", and " + truth + " is what was seen: ");
        marks[column] = truth;
        check(parse(table(claim, marks)).cells().get(column));
    }

    @Test
    void aRowWithoutAProbeIsRefused() {
        Table table = parse(table("the moon is made of cheese", NO, NO, NO, NO, NO));
        assertThatThrownBy(() -> table.checkRows(Probes.BY_CLAIM.keySet()))
                .isInstanceOf(Finding.class)
                .hasMessageStartingWith("README.md:5: no probe looks whether \"the moon is made of cheese\"");
    }

    @Test
    void aProbeWithoutARowIsRefused() {
        Table table = parse(table(TOLD, NO, NO, NO, NO, YES));
        assertThatThrownBy(() -> table.checkRows(Probes.BY_CLAIM.keySet()))
                .isInstanceOf(Finding.class)
                .hasMessageStartingWith("README.md:1: the table of claims has no row for ")
                .hasMessageContaining(BAD_JOB);
    }

    @Test
    void aClaimWithTwoRowsIsRefused() {
        String row = row(TOLD, NO, NO, NO, NO, YES);
        Table table = parse(table(TOLD, NO, NO, NO, NO, YES) + row);
        assertThatThrownBy(() -> table.checkRows(Probes.BY_CLAIM.keySet()))
                .isInstanceOf(Finding.class)
                .hasMessage("README.md:6: \"" + TOLD + "\" has a row already");
    }

    @Test
    void aCellThatIsNoMarkIsRefused() {
        assertThatThrownBy(() -> parse(table(TOLD, NO, NO, "", NO, YES)))
                .isInstanceOf(Finding.class)
                .hasMessageStartingWith(
                        "README.md:5: \"" + TOLD + "\", " + COLUMNS.get(2).name());
    }

    @Test
    void aColumnThatIsNoStageIsRefused() {
        String table = table(TOLD, NO, NO, NO, NO, YES).replace("| 05 |", "| 06 |");
        assertThatThrownBy(() -> parse(table))
                .isInstanceOf(Finding.class)
                .hasMessageStartingWith("README.md:3: the columns of the table of claims must be [claim, 01, ");
    }

    private static String table(String claim, String... marks) {
        String heads = COLUMNS.stream().map(Column::head).collect(Collectors.joining(" | "));
        return "# A sample\n\n| claim | " + heads + " |\n|---" + "|:-:".repeat(COLUMNS.size()) + "|\n"
                + row(claim, marks);
    }

    /** A row; the columns without a mark do not apply. */
    private static String row(String claim, String... marks) {
        List<String> cells = new ArrayList<>(List.of(marks));
        while (cells.size() < COLUMNS.size()) {
            cells.add(NONE);
        }
        return "| " + claim + " | " + String.join(" | ", cells) + " |\n";
    }

    private static Table parse(String text) {
        return Table.parse(Document.parse("README.md", text), COLUMNS);
    }

    private static void check(Cell cell) throws Exception {
        boolean hasSignals = ProcessHandle.current().supportsNormalTermination();
        assumeTrue(hasSignals || !cell.claim().equals(Probes.SIGNAL), "there are no signals");
        Probe probe = Probes.BY_CLAIM.get(cell.claim());
        cell.check(probe.look(new Subject(REPOSITORY, workshop, cell.column())));
    }
}
