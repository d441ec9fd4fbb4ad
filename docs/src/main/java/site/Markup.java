package site;

import ground.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * What the site makes of a rendered page of the text: bars above blocks, permalinks to them, links
 * between pages, pictures that answer, marks that lead to their probes.
 *
 * @param file the page's Markdown
 * @param names what each Markdown file becomes, or a section that has a page of its own
 * @param source where the other files are
 */
record Markup(Repository repository, String file, Map<String, String> names, String source) {
    /** The attribute in which a block brings what is written behind its fence. */
    static final String INFO = "data-info";

    private static final String PROBES = "docs/probes.md";
    private static final Pattern SAID = Pattern.compile("(?:^| )(file|old|new|only)=(\\S+)");
    private static final String TERMINAL = "Terminal";
    private static final Map<String, String> LANGUAGES = Map.of("java", "Java", "html", "HTML", "xml", "XML");
    private static final Map<String, String> MARKS =
            Map.of("\u2713", "holds", "\u2717", "does not hold", "\u2013", "does not apply");

    void apply(Element body) {
        body.select("a[href]").forEach(this::relink);
        body.select("img").forEach(this::picture);
        body.select("p:has(> strong:first-child > code:only-child)").forEach(Markup::edit);
        Element heading = null;
        int number = 0;
        Terminals terminals = new Terminals(body.select("pre").eachAttr(INFO));
        for (Element element : body.select("h1, h2, h3, h4, pre")) {
            if (element.nameIs("pre")) {
                String id = (heading == null ? "top" : heading.id()) + "--" + ++number;
                block(element, id, terminals);
            } else {
                heading = element;
                number = 0;
            }
        }
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

    /** A paragraph that says what is typed, and where, and is above its block, or alone. */
    private static void edit(Element paragraph) {
        Node next = paragraph.child(0).nextSibling();
        if (next instanceof TextNode words && words.text().matches("(,| and ).*")) {
            paragraph.addClass("edit");
        }
    }

    private void block(Element pre, String id, Terminals terminals) {
        Element figure = new Element("figure").addClass("block").id(id);
        Element code = pre.child(0);
        Element above = pre.previousElementSibling();
        String bar;
        if (above != null && above.hasClass("edit") && above.text().endsWith(":")) {
            bar = above.html().replaceFirst(":$", "");
            above.remove();
        } else {
            bar = bar(pre.attr(INFO), terminals);
        }
        figure.appendElement("figcaption").html(bar);
        figure.appendElement("a").addClass("anchor").attr("href", "#" + id).attr("aria-label", "Link to this block");
        pre.replaceWith(figure);
        pre.removeAttr(INFO).appendTo(figure);
        if (code.hasClass("language-console")) {
            code.html(code.wholeText().lines().map(Markup::line).collect(Collectors.joining("\n", "", "\n")));
        } else if (code.hasClass("language-java")) {
            dedent(code);
        }
    }

    /** What is above a block that has no caption: the files that it quotes, or where it is seen. */
    private String bar(String info, Terminals terminals) {
        Map<String, String> said = SAID.matcher(info)
                .results()
                .collect(Collectors.toMap(result -> result.group(1), (MatchResult result) -> result.group(2)));
        if (said.containsKey("file")) {
            String path = said.get("file");
            String words = "<code>" + path + "</code>";
            // An exercise's start or solution is not there; it is made from edits.
            return repository.isFile(path) ? "<a href=\"" + source + "/" + path + "\">" + words + "</a>" : words;
        } else if (said.containsKey("old")) {
            String only = said.containsKey("only") ? "<strong><code>" + said.get("only") + "</code></strong>, " : "";
            return only + "<code>" + said.get("old") + "</code> \u2192 <code>" + said.get("new") + "</code>";
        } else if (info.contains(" session=")) {
            return terminals.next(info);
        }
        return LANGUAGES.getOrDefault(info.replaceFirst(" .*", ""), TERMINAL);
    }

    /** Numbers the terminals of a session. The first is busy with the program that it starts. */
    private static final class Terminals {
        private final List<String> infos;
        private String session = "";
        private int number;

        Terminals(List<String> infos) {
            this.infos = infos;
        }

        String next(String info) {
            String name = info.replaceFirst(".* (session=\\S+).*", "$1");
            number = !name.equals(session) ? 1 : info.contains(" beside") ? number + 1 : 2;
            session = name;
            boolean isAlone = infos.stream()
                            .filter(any -> (any + " ").contains(" " + name + " "))
                            .count()
                    == 1;
            return isAlone ? TERMINAL : TERMINAL + " " + number;
        }
    }

    /** A line of a terminal. What is typed is marked, so that it can be seen and copied. */
    private static String line(String line) {
        boolean isTyped = line.startsWith("$ ");
        String text = Entities.escape(isTyped ? line.substring(2) : line);
        return isTyped ? "<span class=\"prompt\">$ </span><kbd>" + text + "</kbd>" : text;
    }

    /** A narrow window has no room for the indentation of an excerpt; a copy of it has. */
    private static void dedent(Element code) {
        String text = code.wholeText().stripTrailing();
        String stripped = text.stripIndent();
        int indent = text.lines().findFirst().orElse("").length()
                - stripped.lines().findFirst().orElse("").length();
        code.text(stripped + "\n");
        if (indent > 0) {
            code.attr("data-indent", String.valueOf(indent));
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
