package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import scheduler.Recorded;

/** What the pages of the levels hold, before any script has run. */
class LevelsTest {
    private static final List<Recorded> LEVELS = Recorded.all(Repository.find());

    @Test
    void allRecordingsTogetherAreAtMost400Kilobytes() throws IOException {
        int size = 0;
        for (Recorded level : LEVELS) {
            size += page(level).selectFirst("#schedule").data().length();
        }
        assertThat(size).isBetween(10_000, 400_000);
    }

    @Test
    void theSourcesAreThoseOfTheLevelAndHaveALineForEachNumber() throws IOException {
        for (Recorded level : LEVELS) {
            Document page = page(level);
            assertThat(page.select(".pane").eachAttr("data-file")).isEqualTo(List.copyOf(level.files()));
            for (String file : level.files()) {
                String pane = ".pane[data-file=" + file + "] ";
                assertThat(page.selectFirst(pane + "code").wholeText())
                        .isEqualTo(level.sources().text(file));
                assertThat(page.selectFirst(pane + ".numbers").text())
                        .endsWith("\n" + level.sources().lines(file).size());
            }
        }
        assertThat(page(LEVELS.get(8)).select(".pane code").text()).contains("sends it a job", "channel.put(");
    }

    @Test
    void aBrokenLevelLeadsToItsFixedVersionAndTheTextToTheLevel() throws IOException {
        assertThat(page(LEVELS.get(8)).select(".why a").eachAttr("href"))
                .containsExactly("stage05-graceful-shutdown.html#a-second-look", "play-10-a-second-look.html");
        assertThat(page(LEVELS.get(8)).select(".why p:last-child").text())
                .isEqualTo("How it is fixed: chapter 5a, A second look."
                        + " Then try to break it: level 10, A second look.");
        assertThat(page(LEVELS.get(8)).select(".from").text()).isEqualTo("From chapter 5a: A second look");
        Document list = Jsoup.parse(Files.readString(Rendered.SITE.resolve("scheduler.html")));
        assertThat(list.select("#one-look + p > a").attr("href")).isEqualTo("play-09-one-look.html");
    }

    @Test
    void theRoomOfTheChannelIsThatOfTheSource() {
        assertThat(LEVELS.stream().map(Recorded::room).distinct()).containsExactlyInAnyOrder("", "1024", "1");
    }

    private static Document page(Recorded level) throws IOException {
        return Jsoup.parse(Files.readString(Rendered.SITE.resolve("play-" + level.name() + ".html")));
    }
}
