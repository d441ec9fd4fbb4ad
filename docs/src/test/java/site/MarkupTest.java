package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a page of the text becomes. */
class MarkupTest {
    private static final Map<String, String> NAMES =
            Map.of("docs/README.md", "index.html", "README.md", "overview.html", "docs/probes.md", "probes.html");

    private static final String SOURCE = "https://host/owner/hello/blob/123";

    @Test
    void pagesLinkToEachOtherAndElseToTheSource() {
        assertThat(link("../README.md#two-commands")).isEqualTo("overview.html#two-commands");
        assertThat(link("#here")).isEqualTo("#here");
        assertThat(link("https://example.org/a")).isEqualTo("https://example.org/a");
        assertThat(link("src/main/java/site/Site.java")).isEqualTo(SOURCE + "/docs/src/main/java/site/Site.java");
        assertThat(link("../stage01-serial")).isEqualTo(SOURCE + "/stage01-serial");
    }

    @Test
    void aCaptionBecomesTheBarOfItsBlock() {
        Element body = page("<p><strong><code>Main.java</code></strong>, a new file:</p>"
                + "<pre><code class=\"language-java\">class A {}\n</code></pre>");
        assertThat(body.select("p")).isEmpty();
        assertThat(body.select("figure > figcaption").text()).isEqualTo("Main.java, a new file");
    }

    @Test
    void aCaptionWithoutABlockIsABarByItself() {
        Element body = page("<p><strong><code>Main.java</code></strong>, deleted.</p>"
                + "<pre data-info=\"java file=pom.xml\"><code class=\"language-java\">class A {}\n</code></pre>");
        assertThat(body.select("p.edit").text()).isEqualTo("Main.java, deleted.");
        assertThat(body.select("figcaption a").attr("href")).isEqualTo(SOURCE + "/pom.xml");
    }

    @Test
    void aParagraphThatOnlyBeginsWithAFileIsNone() {
        Element body = page("<p><strong><code>Main.java</code></strong> is short:</p>"
                + "<pre data-info=\"java\"><code class=\"language-java\">class A {}\n</code></pre>");
        assertThat(body.select("p").text()).isEqualTo("Main.java is short:");
        assertThat(page("<p>Note: <strong>the <code>main</code></strong>, it ends.</p>")
                        .select(".edit"))
                .isEmpty();
        assertThat(body.select("figcaption").text()).isEqualTo("Java");
    }

    @Test
    void whatIsTypedInATerminalIsMarkedAndWhatItPrintsIsNot() {
        Element body = page("<pre data-info=\"console javac\"><code class=\"language-console\">"
                + "$ cd a &amp;&amp; ls\n&lt;out&gt;\n$ cd ..\n</code></pre>");
        assertThat(body.select("kbd").eachText()).containsExactly("cd a && ls", "cd ..");
        assertThat(body.selectFirst("code").wholeText()).isEqualTo("$ cd a && ls\n<out>\n$ cd ..\n");
    }

    @Test
    void theTerminalsOfASessionAreNumbered() {
        String block = "<pre data-info=\"%s\"><code class=\"language-console\">$ a\n</code></pre>";
        StringBuilder html = new StringBuilder();
        for (String info : new String[] {
            "console session=a run=x",
            "console session=a",
            "console session=a beside",
            "console session=a",
            "console session=b",
            "console javac"
        }) {
            html.append(String.format(block, info));
        }
        assertThat(page(html.toString()).select("figcaption").eachText())
                .containsExactly("Terminal 1", "Terminal 2", "Terminal 3", "Terminal 2", "Terminal", "Terminal");
    }

    @Test
    void blocksAreCountedUnderTheirHeadings() {
        String block = "<pre data-info=\"sh\"><code class=\"language-sh\">ls\n</code></pre>";
        Element body = page("<h2 id=\"a\">A</h2>" + block + block + "<h2 id=\"b\">B</h2>" + block);
        assertThat(body.select("figure").eachAttr("id")).containsExactly("a--1", "a--2", "b--1");
    }

    @Test
    void theIndentationOfAnExcerptIsKeptForItsCopy() {
        Element code = page("<pre data-info=\"java\"><code class=\"language-java\">    if (a) {\n        b();\n    }\n"
                        + "</code></pre>")
                .selectFirst("code");
        assertThat(code.wholeText()).isEqualTo("if (a) {\n    b();\n}\n");
        assertThat(code.attr("data-indent")).isEqualTo("4");
    }

    @Test
    void eachMarkLeadsToItsProbe() {
        Element body = page("<table><thead><tr><th>claim</th><th>01</th></tr></thead>"
                + "<tbody><tr><td>a job, that fails</td><td>\u2717</td></tr></tbody></table>");
        Element mark = body.selectFirst("td.does-not-hold > a");
        assertThat(mark.attr("href")).isEqualTo("probes.html#a-job-that-fails");
        assertThat(mark.attr("aria-label")).startsWith("\u2717 does not hold, 01");
    }

    @Test
    void theLinksToThePagesBeforeAndAfterAreTheSitesOwn() {
        Element body = page("<p>All <a href=\"README.md\">Contents</a></p>"
                + "<p><a href=\"README.md\">Contents</a> \u00b7 <a href=\"b.md\">B \u2192</a></p>");
        assertThat(body.select("p").eachText()).containsExactly("All Contents");
    }

    private static String link(String target) {
        return page("<p><a href=\"" + target + "\">words</a></p>")
                .selectFirst("p a")
                .attr("href");
    }

    private static Element page(String html) {
        Element body = Page.of("a.html", "A", Page.Group.FURTHER, "<h1 id=\"top\">A</h1>" + html)
                .body();
        new Markup(Repository.find(), "docs/a.md", NAMES, SOURCE).apply(body);
        return body;
    }
}
