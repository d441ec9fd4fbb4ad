package site;

import ground.Repository;
import java.nio.file.Path;
import java.util.Map;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What the site makes of a rendered page of the text: links between pages, pictures that answer,
 * marks that lead to their probes, and blocks with bars.
 *
 * @param file the page's Markdown
 * @param names what each Markdown file becomes, or a section that has a page of its own
 * @param source where the other files are
 */
record Markup(Repository repository, String file, Map<String, String> names, String source) {
    private static final String PROBES = "docs/probes.md";
    private static final Map<String, String> MARKS =
            Map.of("\u2713", "holds", "\u2717", "does not hold", "\u2013", "does not apply");

    void apply(Element body) {
        body.select("a[href]").forEach(this::relink);
        body.select("img").forEach(this::picture);
        new Blocks(repository, source).apply(body);
        // The corner of a table is the heading of nothing.
        body.select("th:matchesWholeText(^$)").tagName("td");
        for (Element table : body.select("table")) {
            table.wrap("<div class=\"scroll\"></div>");
            if (table.selectFirst("th").text().equals("claim") && names.containsKey(PROBES)) {
                marks(table);
            }
        }
        removeWayOn(body);
    }

    /** Pages link to each other; whatever else the text links to stays where it is. */
    private void relink(Element link) {
        String href = link.attr("href");
        if (href.matches("[a-z]+:.*")) {
            link.addClass("external");
        } else if (!href.startsWith("#")) {
            String target = href.replaceFirst("#.*", "");
            String path = resolve(target);
            String anchor = href.substring(target.length());
            String otherwise = names.getOrDefault(path, source + "/" + path) + anchor;
            link.attr("href", names.getOrDefault(path + anchor, otherwise));
        }
    }

    private String resolve(String target) {
        return Path.of(file).resolveSibling(target).normalize().toString().replace('\\', '/');
    }

    /** A timeline becomes a part of the page, so that its rows can be asked. */
    private void picture(Element image) {
        String picture = resolve(image.attr("src"));
        image.parent().addClass("picture");
        image.attr("src", picture.replaceFirst("^docs/", ""));
        if (picture.endsWith("-timeline.svg")) {
            Element svg =
                    Parser.xmlParser().parseInput(repository.read(picture), "").firstElementChild();
            svg.select("style").remove();
            svg.attr("role", "group").attr("aria-label", image.attr("alt")).addClass("timeline");
            for (Element row : svg.select("g:has(> title)")) {
                String label = row.selectFirst("title").text();
                row.attr("tabindex", "0").attr("role", "img").attr("aria-label", label);
            }
            image.replaceWith(svg);
        }
    }

    /** Each mark of the table of claims leads to what has seen it. */
    private void marks(Element table) {
        table.addClass("claims");
        var heads = table.select("th").eachText();
        for (Element row : table.select("tbody tr")) {
            String claim = row.child(0).text();
            String href =
                    names.get(PROBES) + "#" + IdGenerator.builder().build().generateId(claim);
            for (int i = 1; i < row.childrenSize(); i++) {
                Element cell = row.child(i);
                String mark = cell.text();
                cell.addClass(MARKS.get(mark).replace(' ', '-'));
                String label = mark + " " + MARKS.get(mark) + ", " + heads.get(i) + ": see how this was probed";
                cell.empty()
                        .appendElement("a")
                        .addClass("mark")
                        .attr("href", href)
                        .attr("aria-label", label)
                        .attr("title", label)
                        .text(mark);
            }
        }
    }

    /** A code host has no links to the pages before and after, so the text ends with them. */
    private static void removeWayOn(Element body) {
        Element last = body.lastElementChild();
        if (last != null && last.nameIs("p") && last.ownText().matches("[\\s\u00b7]*")) {
            if (last.select("a").eachText().contains("Contents")) {
                last.remove();
            }
        }
    }
}
