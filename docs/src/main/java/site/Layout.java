package site;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** What all pages share: the head, the sidebar, and the way to the pages before and after. */
final class Layout {
    private final String template;
    private final List<Page> pages;

    /** @param template the frame of a page, with names in braces for what differs */
    Layout(String template, List<Page> pages) {
        this.template = template;
        this.pages = pages;
    }

    /** The whole page. One that is not in the list has no neighbours. */
    String render(Page page) {
        int at = pages.indexOf(page);
        String before = at > 0 ? way(page, "prev", pages.get(at - 1), "\u2190 ", "") : "";
        String after = at >= 0 && at + 1 < pages.size() ? way(page, "next", pages.get(at + 1), "", " \u2192") : "";
        return template.replace("{title}", Entities.escape(page.title()))
                .replace("{styles}", extras(page, ".css", "<link rel=\"stylesheet\" href=\"", "\">"))
                .replace("{scripts}", extras(page, ".js", "<script src=\"", "\" defer></script>"))
                .replace("{sidebar}", sidebar(page))
                .replace("{way}", before + after)
                .replace("{content}", page.body().html());
    }

    /** Who plays a level must not lose it to a key; on the other pages, an arrow leads on. */
    private static String way(Page from, String rel, Page to, String before, String after) {
        String words = before + Entities.escape(to.title()) + after;
        String arrow = rel.equals("prev") ? "ArrowLeft" : "ArrowRight";
        String key = from.group() == Page.Group.LEVELS ? "" : " aria-keyshortcuts=\"" + arrow + "\"";
        return "<a rel=\"" + rel + "\" class=\"" + rel + "\" href=\"" + to.name() + "\"" + key + ">" + words + "</a>";
    }

    private static String extras(Page page, String ending, String before, String after) {
        StringBuilder links = new StringBuilder();
        for (String extra : page.extras()) {
            if (extra.endsWith(ending)) {
                links.append(before).append(extra).append(after);
            }
        }
        return links.toString();
    }

    private String sidebar(Page current) {
        StringBuilder html = new StringBuilder();
        for (Page.Group group : Page.Group.values()) {
            List<Page> members =
                    pages.stream().filter(page -> page.group() == group).toList();
            if (!members.isEmpty()) {
                boolean isOpen = group.isOpen || group == current.group();
                html.append(isOpen ? "<details open>" : "<details>")
                        .append("<summary>" + group.title + "</summary><ul>");
                members.forEach(page -> html.append(entry(page, page.equals(current))));
                html.append("</ul></details>\n");
            }
        }
        return html.toString();
    }

    private static String entry(Page page, boolean isCurrent) {
        String link = "<li><a href=\"" + page.name() + "\"" + (isCurrent ? " aria-current=\"page\"" : "") + ">"
                + Entities.escape(page.title()) + "</a>";
        StringBuilder html = new StringBuilder(link);
        if (isCurrent && !page.headings().isEmpty()) {
            html.append("<ul class=\"toc\">");
            for (Element heading : page.headings()) {
                html.append("<li class=\"" + heading.normalName() + "\"><a href=\"#" + heading.id() + "\">")
                        .append(Entities.escape(heading.text()) + "</a></li>");
            }
            html.append("</ul>");
        }
        return html.append("</li>").toString();
    }
}
