package site;

import java.util.List;
import java.util.StringJoiner;
import org.jsoup.nodes.Element;

/**
 * What the search looks through, as JSON: for each section its page, its address, its heading, its
 * words and its code. A script brings it, because a page from the file system may fetch nothing else.
 */
final class SearchData {
    private final StringJoiner sections = new StringJoiner(",\n", "[\n", "\n]\n");
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder code = new StringBuilder();
    private String title = "";
    private String address = "";
    private String heading = "";

    private SearchData() {}

    static String of(List<Page> pages) {
        SearchData data = new SearchData();
        for (Page page : pages) {
            data.title = page.title();
            data.address = page.name();
            data.heading = "";
            page.body().children().forEach(child -> data.add(page.name(), child));
            data.end();
        }
        return data.sections.toString();
    }

    private void add(String page, Element original) {
        if (original.is("h1, h2, h3")) {
            end();
            address = page + (original.is("h1") || original.id().isEmpty() ? "" : "#" + original.id());
            heading = original.text();
            return;
        }
        // In a box, because what is selected may be the element itself.
        Element element = new Element("div").appendChild(original.clone());
        element.select("[data-nosearch], svg, button").remove();
        for (Element block : element.select("pre")) {
            code.append(block.text()).append('\n');
            block.remove();
        }
        words.append(element.text()).append(' ');
    }

    private void end() {
        if (!words.isEmpty() || !code.isEmpty()) {
            StringJoiner section = new StringJoiner(",", "[", "]");
            for (String text : List.of(title, address, heading, words.toString(), code.toString())) {
                section.add(quote(text.strip()));
            }
            sections.add(section.toString());
        }
        words.setLength(0);
        code.setLength(0);
    }

    private static String quote(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        // A terminal's colours begin with such a character.
        return "\"" + escaped.replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
