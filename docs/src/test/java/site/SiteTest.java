package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final Map<String, Document> PAGES = new HashMap<>();

    @BeforeAll
    static void parse() throws IOException {
        for (String page : Rendered.pages()) {
            PAGES.put(page, Jsoup.parse(Files.readString(Rendered.SITE.resolve(page))));
        }
    }

    @Test
    void eachPageOfTheTextIsAPage() {
        assertThat(PAGES).hasSizeGreaterThan((int) sources()).doesNotContainKey("gone.html");
        assertThat(PAGES.get("whole-code.html").text()).contains("final class Worker {", "<h1>");
        PAGES.forEach((name, page) -> assertThat(page.select("h1")).as(name).isNotEmpty());
    }

    /** Links, scripts, styles and pictures. */
    @Test
    void everyReferenceLeadsToSomethingInTheFileSystem() {
        List<String> broken = new ArrayList<>();
        PAGES.forEach((name, page) -> {
            for (Element element : page.select("[href], [src]")) {
                String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                boolean isOutside = element.is("a") && target.startsWith("https:") || target.equals("data:,");
                if (!isOutside && !leadsSomewhere(name, target)) {
                    broken.add(name + ": " + target);
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void everyCellOfTheTableOfClaimsLeadsToAProbe() {
        Document readme = PAGES.get("overview.html");
        int rows = readme.select(".claims tbody tr").size();
        int columns = readme.select(".claims th").size() - 1;
        assertThat(readme.select(".claims td > .mark")).hasSize(rows * columns).hasSizeGreaterThan(50);
    }

    @Test
    void theSidebarListsAllPagesAndTheHeadingsOfThisOne() {
        PAGES.forEach((name, page) -> {
            Element sidebar = page.getElementById("sidebar");
            assertThat(sidebar.select("a").eachAttr("href")).as(name).containsAll(PAGES.keySet());
            if (!name.equals(Everything.NAME)) {
                assertThat(sidebar.select("[aria-current=page]").eachAttr("href"))
                        .containsExactly(name);
                assertThat(sidebar.select(".toc a").eachText())
                        .isEqualTo(page.select("article > h2, article > h3").eachText());
            }
        });
    }

    @Test
    void whoGoesOnFromPageToPageSeesAllOfThem() {
        Set<String> seen = new LinkedHashSet<>();
        String name = "index.html";
        while (!name.isEmpty()) {
            assertThat(seen.add(name)).as(name + " comes once").isTrue();
            assertThat(PAGES.get(name).select(".way a[rel=prev]")).hasSize(seen.size() == 1 ? 0 : 2);
            name = PAGES.get(name).select(".way a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(PAGES.size() - 1).doesNotContain(Everything.NAME);
    }

    @Test
    void thePageOfEverythingLeadsToNoPageThatItHolds() {
        Document everything = PAGES.get(Everything.NAME);
        List<String> links = everything.select("article a").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(500);
        for (String held : everything.select("section.page").eachAttr("id")) {
            assertThat(links).noneMatch(link -> link.replaceFirst("#.*", "").equals(held + ".html"));
        }
    }

    @Test
    void theSiteIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(Rendered.SITE)) {
            assertThat(files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum())
                    .isLessThan(3_000_000);
        }
    }

    private static boolean leadsSomewhere(String page, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        Document named = PAGES.get(file.isEmpty() ? page : file);
        if (named == null) {
            return Files.exists(Rendered.SITE.resolve(file).normalize());
        }
        return anchor.isEmpty() || named.getElementById(anchor) != null;
    }

    private static long sources() {
        String pages = "README\\.md|docs/([\\w-]+|exercises/[\\w-]+/(README|HINTS))\\.md";
        return Repository.find().tree("").stream()
                .filter(file -> file.matches(pages))
                .count();
    }
}
