package site;

import ground.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Renders the text to plain pages that need nothing but a browser. */
public final class Site {
    private static final String HIGHLIGHT = "/META-INF/resources/webjars/highlightjs/";

    private Site() {}

    /** @param args the folder of the text, the folder to write into, highlight.js's version */
    public static void main(String[] args) throws IOException {
        render(Path.of(args[0]), Path.of(args[1]), args[2]);
    }

    static void render(Path docs, Path site, String highlightVersion) throws IOException {
        Files.createDirectories(site);
        String highlight = HIGHLIGHT + highlightVersion + "/";
        copyResource(highlight + "highlight.min.js", site);
        copyResource(highlight + "styles/github.min.css", site);
        copyResource(highlight + "styles/github-dark.min.css", site);
        copyResource("style.css", site);
        copyResource("diff.css", site);
        copyResource("projector.js", site);
        copyFigures(docs, site);
        List<Page> pages = new ArrayList<>(Page.all(docs));
        Repository repository = new Repository(docs.getParent());
        DiffPages diffs = new DiffPages(repository);
        pages.addAll(diffs.pages());
        pages.add(new Slides(repository, diffs, repository.read(Plan.FILE)).page());
        String template = resource("page.html");
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            String nav = "<span>" + (i > 0 ? pages.get(i - 1).link("\u2190 ", "") : "") + "</span>"
                    + (i > 0 ? "<a href=\"index.html\">Contents</a>" : "<span></span>")
                    + "<span>" + (i + 1 < pages.size() ? pages.get(i + 1).link("", " \u2192") : "")
                    + "</span>";
            String html = template.replace("{title}", page.title())
                    .replace("{nav}", nav)
                    .replace("{content}", page.html());
            Files.writeString(site.resolve(page.name()), html);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void copyResource(String name, Path site) throws IOException {
        String file = name.substring(name.lastIndexOf('/') + 1);
        Files.writeString(site.resolve(file), resource(name));
    }

    private static void copyFigures(Path docs, Path site) throws IOException {
        Path copies = Files.createDirectories(site.resolve("figures"));
        for (String figure : new Repository(docs.getParent()).list("docs/figures")) {
            if (figure.endsWith(".svg")) {
                Path original = docs.resolve("figures").resolve(figure);
                Files.copy(original, copies.resolve(figure), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
