package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the pages show is what changes between the stages, all of it, and where the text explains it. */
class DiffPagesTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final List<String> STAGES = REPOSITORY.stages();
    static final DiffPages DIFFS = new DiffPages(REPOSITORY);
    private static final List<Page> PAGES = DIFFS.pages();

    @Test
    void thereIsAPageForEachTwoStages() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < STAGES.size(); i++) {
            for (int j = i + 1; j < STAGES.size(); j++) {
                names.add(
                        "diff-" + Repository.number(STAGES.get(i)) + "-" + Repository.number(STAGES.get(j)) + ".html");
            }
        }
        names.add("diffs.html");
        assertThat(PAGES).extracting(Page::name).containsExactlyInAnyOrderElementsOf(names);
    }

    /** Read from the page, as a browser would, without what is there twice. */
    @Test
    void theHunksTakeEachFileOfTheOldStageToTheNewOne() {
        for (Comparison comparison : DIFFS.comparisons()) {
            Element page = page(comparison).body().clone();
            page.select("i").remove();
            List<String> changed = new ArrayList<>();
            for (String file : files(comparison)) {
                List<String> before = lines(comparison.from() + file);
                List<String> after = lines(comparison.to() + file);
                if (!before.equals(after)) {
                    changed.add(name(file));
                    assertThat(applied(page, name(file), before))
                            .as(DiffPages.arrow(comparison) + file)
                            .isEqualTo(after);
                }
            }
            assertThat(page.select("h2 code").eachText()).containsExactlyElementsOf(changed);
        }
    }

    private static List<String> files(Comparison comparison) {
        return Stream.of("/src/main/", "/src/test/")
                .flatMap(folder -> Stream.of(comparison.from(), comparison.to())
                        .flatMap(stage -> REPOSITORY.tree(stage + folder).stream())
                        .distinct()
                        .sorted()
                        .map(file -> folder + file))
                .toList();
    }

    private static List<String> lines(String file) {
        return REPOSITORY.isFile(file) ? REPOSITORY.lines(file) : List.of();
    }

    private static String name(String file) {
        return file.replaceFirst(".*/", "");
    }

    private static Page page(Comparison comparison) {
        String name = DiffPages.pageName(comparison.from(), comparison.to());
        return PAGES.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> applied(Element page, String file, List<String> before) {
        List<String> after = new ArrayList<>();
        int position = 0;
        int i = 1;
        for (Element sheet = sheet(page, file, i); sheet != null; sheet = sheet(page, file, ++i)) {
            Element hunk = Objects.requireNonNull(sheet.selectFirst(".hunk"));
            int start = Integer.parseInt(hunk.attr("style").replaceFirst("--o:(\\d+);.*", "$1"));
            after.addAll(before.subList(position, start));
            List<String> old = text(hunk.clone(), "ins");
            position = start + old.size();
            assertThat(before.subList(start, position)).as(sheet.id()).isEqualTo(old);
            after.addAll(text(hunk.clone(), "del"));
        }
        after.addAll(before.subList(position, before.size()));
        return after;
    }

    private static Element sheet(Element page, String file, int i) {
        return page.selectFirst("[id=" + file + "-" + i + "]");
    }

    private static List<String> text(Element hunk, String without) {
        hunk.select(without).remove();
        return hunk.wholeText().lines().toList();
    }

    /** That these links lead somewhere, SiteTest sees. */
    @Test
    void eachPartSaysWhereItIsExplained() {
        for (Comparison comparison : DIFFS.comparisons()) {
            for (Element sheet : page(comparison).body().select(".sheet")) {
                assertThat(sheet.select(".why a[href*=#]"))
                        .as(DiffPages.arrow(comparison) + " " + sheet.id())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aPartIsExplainedByTheSectionsThatHaveItsLinesTypedAndNotByAWrongTurn() {
        assertThat(explained("01-02", "Main.java-1")).containsExactly("Write the call first", "The step that is right");
        assertThat(explained("04-05", "Worker.java-2")).containsExactly("A message that ends it");
        assertThat(explained("03-05", "Main.java-1")).isEqualTo(explained("04-05", "Main.java-1"));
    }

    @Test
    void aTestIsExplainedInTheChapterThatSpeaksOfIt() {
        assertThat(why("04-05", "SingleLoopPool.java-1").attr("href")).startsWith("stage05-graceful-shutdown.html#");
        assertThat(why("04-05", "ServerTest.java-2").attr("href")).startsWith("stage05-server.html#");
    }

    @Test
    void changedWordsAreMarkedInALineThatIsLikeTheOld() {
        Element worker = sheet("03-04", "Worker.java-2");
        assertThat(worker.select("ins b").eachText())
                .contains(", BlockingQueue<Runnable> channel", "this::run")
                .doesNotContain("private void run() {");
        assertThat(worker.select("del b").eachText()).containsExactly("() -> {}");
        assertThat(sheet("02-03", "ThreadPool.java-1").select("b:not(.head b)")).isEmpty();
        for (Page page : PAGES) {
            assertThat(page.body().select(".hunk b"))
                    .allMatch(words -> words.wholeText().matches("\\S(.*\\S)?"));
        }
    }

    @Test
    void theHeadOfAPartNamesWhatItIsIn() {
        assertThat(heads("04-05", "Worker.java")).containsExactly("Worker", "run", "take");
        assertThat(heads("04-05", "ThreadPool.java"))
                .containsExactly("", "ThreadPool", "execute", "close", "Waiting", "uninterruptibly");
        assertThat(heads("02-03", "Worker.java")).containsExactly("new, Worker");
    }

    private static List<String> heads(String pair, String file) {
        return PAGES.stream()
                .filter(page -> page.name().contains(pair))
                .flatMap(page -> page.body().select(".sheet[id^=" + file + "] .head span").stream())
                .map(head -> head.text().replaceFirst("\\d+ \u2192 \\d+(, )?", ""))
                .toList();
    }

    /** Nor does it begin or end with blank lines, unless they come or go. */
    @Test
    void noPartBeginsWithABraceOrTearsAComment() {
        for (Page page : PAGES) {
            for (Element hunk : page.body().select(".hunk")) {
                List<String> lines = hunk.children().select(":not(i)").stream()
                        .filter(line -> line.parent() == hunk)
                        .map(line ->
                                line.is(".g") ? "changed" : line.wholeText().strip())
                        .toList();
                assertThat(lines.get(0)).as(page.name()).doesNotMatch("|}|\\*.*");
                assertThat(lines.get(lines.size() - 1)).as(page.name()).doesNotMatch("|/\\*\\*[^/]*|\\*.*");
            }
        }
    }

    private static List<String> explained(String pair, String id) {
        return sheet(pair, id).select(".why a").eachText();
    }

    private static Element why(String pair, String id) {
        return sheet(pair, id).expectFirst(".why a");
    }

    private static Element sheet(String pair, String id) {
        return PAGES.stream()
                .filter(page -> page.name().contains(pair))
                .findFirst()
                .orElseThrow()
                .body()
                .expectFirst("[id=" + id + "]");
    }
}
