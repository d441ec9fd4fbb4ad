package site;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import scheduler.Recorded;

/** The pages on which readers are the scheduler: one for each level, which plays its recording. */
final class Levels {
    /** The page of the text that lists them. */
    static final String LIST = "docs/scheduler.md";

    private static final String[] EXTRAS = {"play.css", "schedule.js", "story.js", "play.js"};

    private final List<Recorded> levels;
    private final String template;

    /** @param template the page of a level, with names in braces for what differs */
    Levels(Repository repository, String template) {
        this.levels = Recorded.all(repository);
        this.template = template;
    }

    /** What a link to a level's heading in the list becomes, so that the chapters lead right to it. */
    Map<String, String> addresses() {
        return levels.stream().collect(Collectors.toMap(level -> LIST + "#" + level.anchor(), Levels::name));
    }

    /** Has the list lead to the levels, too, and returns their pages. */
    List<Page> pages(List<Page> text) {
        Map<String, Element> bodies = new HashMap<>();
        text.forEach(page -> bodies.put(page.name(), page.body()));
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Recorded level = levels.get(i);
            String title = number(level) + ". " + level.title();
            lead(find(bodies, LIST + "#" + level.anchor(), level), title, name(level));
            Element section = find(bodies, "docs/" + level.section(), level);
            String address = TextPages.address("docs/" + level.section());
            String links = (level.holds() ? "More about it: " : "How it is fixed: ")
                    + link(address, place(section, ", ")) + ".";
            if (i + 1 < levels.size()) {
                Recorded next = levels.get(i + 1);
                String what = next.holds() ? " Then try to break it: " : " Then go on: ";
                links += what + link(name(next), "level " + number(next) + ", " + words(next.title())) + ".";
            }
            String html = html(level, links).replace("{from}", "From " + link(address, place(section, ": ")));
            pages.add(Page.of(name(level), title, Page.Group.LEVELS, html, EXTRAS));
        }
        return pages;
    }

    /** To a level, from its heading in the list, and from the row of the table with its title. */
    private static void lead(Element heading, String title, String href) {
        heading.after("<p><a class=\"button\" href=\"" + href + "\">Play it</a></p>");
        for (Element cell : heading.parent().select("td:first-child")) {
            if (cell.text().equals(title)) {
                cell.html(link(href, cell.html()));
            }
        }
    }

    private String html(Recorded level, String links) {
        Map<String, String> parts = Map.ofEntries(
                Map.entry("name", level.name()),
                Map.entry("number", number(level)),
                Map.entry("title", words(level.title())),
                Map.entry("task", words(level.task())),
                Map.entry("command", "java -cp docs/target/classes scheduler.Play " + level.name()),
                Map.entry("room", level.room()),
                Map.entry("secret", level.holds() ? "" : "secret"),
                Map.entry("verdict", level.holds() ? "Why it cannot happen" : "Why this is bad"),
                Map.entry("why", words(level.why())),
                Map.entry("links", links),
                Map.entry("key", level.holds() ? "w" : "h"),
                Map.entry("help", level.holds() ? "Random walk" : "Hint"),
                Map.entry("panes", panes(level)),
                Map.entry("facts", level.facts()),
                Map.entry("json", Packed.of(level.json())));
        String html = template;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            html = html.replace("{" + part.getKey() + "}", part.getValue());
        }
        return html;
    }

    /** The real sources, so that the lines are those of the text. */
    private static String panes(Recorded level) {
        Sources sources = level.sources();
        StringBuilder html = new StringBuilder();
        for (String file : level.files()) {
            String numbers = IntStream.rangeClosed(1, sources.lines(file).size())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining("\n"));
            html.append("<div class=\"pane\" data-file=\"" + file + "\" role=\"region\" tabindex=\"0\" aria-label=\""
                    + file + "\"><h2>" + file + "</h2>\n<pre><span class=\"numbers\" aria-hidden=\"true\">" + numbers
                    + "</span><code class=\"language-java\">" + Entities.escape(sources.text(file))
                    + "</code></pre></div>\n");
        }
        return html.toString();
    }

    private static Element find(Map<String, Element> bodies, String target, Recorded level) {
        String address = TextPages.address(target);
        Element body = bodies.get(address.replaceFirst("#.*", ""));
        Element found = body == null ? null : body.getElementById(address.replaceFirst(".*#", ""));
        if (found != null) {
            return found;
        }
        // A page of its own is meant as a whole.
        if (body != null && !address.contains("#")) {
            return body.selectFirst("h1");
        }
        throw new Problem(level.file() + ":1: there is no " + target + "; correct the level, or the page");
    }

    /** Such as {@code chapter 5a, Two loops}; on a page that is no chapter, its title comes first. */
    private static String place(Element section, String separator) {
        Element heading = section.clone();
        heading.select(".anchor").remove();
        String title = section.parent().selectFirst("h1").text();
        String page = title.matches("\\d\\w*\\. .*") ? "chapter " + title.replaceFirst("\\..*", "") : title;
        return Entities.escape(page.equals(heading.text()) ? page : page + separator + heading.text());
    }

    private static String link(String href, String words) {
        return "<a href=\"" + href + "\">" + words + "</a>";
    }

    private static String name(Recorded level) {
        return "play-" + level.name() + ".html";
    }

    private static String number(Recorded level) {
        return level.name().replaceFirst("-.*", "").replaceFirst("^0", "");
    }

    /** Text with code in backquotes, as HTML. */
    private static String words(String text) {
        return Entities.escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
