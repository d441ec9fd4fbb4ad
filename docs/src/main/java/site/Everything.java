package site;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** All pages of the text in one, to print. */
final class Everything {
    static final String NAME = "all.html";

    private Everything() {}

    static Page of(List<Page> pages) {
        Set<String> names = pages.stream().map(Page::name).collect(Collectors.toSet());
        StringBuilder html = new StringBuilder();
        for (Page page : pages) {
            Element part = page.body().clone();
            for (Element named : part.select("[id]")) {
                named.id(id(page.name()) + "." + named.id());
            }
            for (Element link : part.select("a[href]")) {
                link.attr("href", inside(page.name(), link.attr("href"), names));
            }
            part.select(".anchor").remove();
            html.append("<section class=\"page\" id=\"" + id(page.name()) + "\">")
                    .append(part.html() + "</section>\n");
        }
        // No group: nobody reads on from here to another page.
        return Page.of(NAME, "Everything on one page", null, html.toString());
    }

    /** Where a link leads if all pages are one. */
    private static String inside(String page, String href, Set<String> pages) {
        if (href.startsWith("#")) {
            return "#" + id(page) + "." + href.substring(1);
        }
        String target = href.replaceFirst("#.*", "");
        if (!pages.contains(target)) {
            return href;
        }
        return "#" + id(target) + href.substring(target.length()).replace('#', '.');
    }

    private static String id(String page) {
        return page.replace(".html", "");
    }
}
