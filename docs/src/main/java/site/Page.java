package site;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of the site, without what all pages share.
 *
 * @param name the file, beside all others
 * @param title what the sidebar and its neighbours call it
 * @param body what the page holds; {@code data-nosearch} keeps a part out of the search
 * @param extras scripts and styles of its own, resources beside this class
 */
record Page(String name, String title, Group group, Element body, List<String> extras) {
    private static final String LINKED = "h2[id], h3[id], h4[id]";

    /** The groups of the sidebar, in their order. */
    enum Group {
        START("Start here", true),
        CHAPTERS("Chapters", true),
        LEVELS("Levels", false),
        FURTHER("Further", true),
        CLASS("In class", true),
        CHANGES("What changes", false),
        EXERCISES("Exercises", false),
        HINTS("Hints", false);

        final String title;
        /** Whether it is unfolded on the pages of other groups, too. */
        final boolean isOpen;

        Group(String title, boolean isOpen) {
            this.title = title;
            this.isOpen = isOpen;
        }
    }

    /** A page of HTML that begins with an {@code h1}; its headings with an id get permalinks. */
    static Page of(String name, String title, Group group, String html, String... extras) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element heading : document.select(LINKED)) {
            heading.appendElement("a")
                    .addClass("anchor")
                    .attr("href", "#" + heading.id())
                    .attr("aria-label", "Link to this section");
        }
        return new Page(name, title, group, document.body(), List.of(extras));
    }

    /** What the sidebar lists below the page: its own headings, not those of pages within it. */
    List<Element> headings() {
        return body.select("> h2[id], > h3[id]");
    }
}
