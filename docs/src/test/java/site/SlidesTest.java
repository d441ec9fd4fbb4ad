package site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ground.Problem;
import ground.Repository;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The slides show what the guide plans, and a plan that they cannot show is refused. */
class SlidesTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final String GUIDE = REPOSITORY.read(Plan.FILE);

    private static Element slides(String guide) {
        return new Slides(REPOSITORY, DiffPagesTest.DIFFS, guide).page().body();
    }

    @Test
    void theyTakeTheFiftyMinutesInTheOrderOfThePlan() {
        List<String> minutes = slides(GUIDE).select(".notes .time").eachText().stream()
                .map(time -> time.replaceFirst("Minutes (\\S+?),? ?(of.*)?", "$1"))
                .distinct()
                .toList();
        assertThat(minutes).hasSize(7).startsWith("0\u20134").endsWith("47\u201350");
    }

    @Test
    void theyShowWhatToAskToTypeToProjectAndToSee() {
        Element slides = slides(GUIDE);
        assertThat(slides.select(".ask .body").eachText())
                .contains("How many lines does it take to fix this?", "What could be wrong with this?");
        assertThat(slides.select(".run .body").eachText())
                .contains("The server's terminal java -cp stage02-thread-per-connection/target/classes hello.Main"
                        + "\n The client's terminal (ask /sleep & sleep 1; ask /; wait)");
        assertThat(slides.select(".hunk ins").eachText()).contains("pool.execute(() -> handler.handle(connection));");
        assertThat(slides.select(".see .body").eachText())
                .contains("Status 000, which means that there was no answer.");
    }

    @Test
    void aKeyToPressIsShownAfterWhatToType() {
        assertThat(slides(GUIDE).select(".run .body").eachText())
                .contains("The client's terminal ask /sleep\n Then press Ctrl-C in the server's terminal");
    }

    @Test
    void theLinesOfAQuestionAreAList() {
        assertThat(slides(GUIDE).select(".ask .body li").eachText())
                .hasSize(5)
                .contains("Worker 0 was told to terminate.");
    }

    @Test
    void importsAndConstantsHaveNoSlideAndTheOthersAreCounted() {
        List<String> heads = slides(GUIDE).select(".head:has(b)").eachText();
        assertThat(heads)
                .contains("Main.java, 1 of 4 04 \u2192 05, main", "Main.java, 4 of 4 04 \u2192 05, stop")
                .contains("Worker.java, 1 of 5 03 \u2192 04");
    }

    @Test
    void theNotesHaveWholeSentences() {
        assertThat(slides(GUIDE).select(".notes p:not(.time)").eachText())
                .contains("Then run this, to count the threads:")
                .noneMatch(words -> words.matches(".* \\w+"));
    }

    /** The class sees only what is asked. */
    @Test
    void answersAreInTheNotesAlone() {
        for (Element slide : slides(GUIDE).select(".ask")) {
            assertThat(slide.select(".body").text()).doesNotContain("backlog", "In the channel", "Sending \u2026");
            assertThat(slide.select(".notes").text()).startsWith("Minutes ");
        }
    }

    @Test
    void aPlanThatTheyCannotShowIsRefusedByItsLine() {
        refuse("| 4\u201310 |", "| 5\u201310 |", "begins at minute 4");
        refuse("| 47\u201350 |", "| 47\u201351 |", "ends after 51 minutes");
        refuse("[stage 02](#stage-02): the diff", "[stage 02](#stage-2): the diff", "links to no heading");
        refuse("threads counted | 5 |", "threads counted | six |", "\"six\" is not a number");
        refuse("threads counted | 5 |", "threads counted | 6 |", "counts 6 commands, and its section has 5");
        refuse("**Ask**: \"How many lines does it take to fix this?\"", "**Ask**: How many lines?", "quotation marks");
        refuse("**Ask**: \"How many lines", "**Wonder**: \"How many lines", "at **Wonder**");
        refuse("### Stage 02\n", "### Stage 02\n\nIt is fast.\n", "begin with **Ask**");
        refuse("git diff --no-index stage0[12]*/src/main\n", "diff -r stage01-serial\n", "cannot project `diff -r");
        refuse("channel-workers.md#it-works).", "channel-workers.md#it-works)", "full stop");
        refuse("| minutes | what | commands | of which waiting |\n| --- | --- | --- | --- |", "", "no table follows");
        refuse("## Fifty minutes", "## An hour", "no heading \"Fifty minutes\"");
    }

    private static void refuse(String old, String other, String complaint) {
        assertThat(GUIDE).contains(old);
        String guide = GUIDE.replace(old, other);
        assertThatThrownBy(() -> slides(guide))
                .as(other)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(Plan.FILE + ":")
                .hasMessageContaining(complaint);
    }
}
