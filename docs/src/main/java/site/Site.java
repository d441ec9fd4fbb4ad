package site;

import ground.Problem;
import ground.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** Renders the text to pages that need nothing but a browser, and are readable without scripts. */
public final class Site {
    private static final String JARS = "/META-INF/resources/webjars/";
    private static final List<String> SHARED = List.of("style.css", "theme.js", "reading.js", "search.js", "unpack.js");

    private final Repository repository;
    private final Path site;

    private Site(Repository repository, Path site) {
        this.repository = repository;
        this.site = site;
    }

    /**
     * @param args the repository, the folder to write into, and where the site finds the files that
     *     are not on it: a folder relative to the site, or an address
     */
    public static void main(String[] args) throws IOException {
        try {
            render(new Repository(Path.of(args[0]).toRealPath()), Path.of(args[1]), args[2]);
        } catch (Problem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void render(Repository repository, Path site, String source) throws IOException {
        Files.createDirectories(site);
        clear(site);
        new Site(repository, site).write(source);
    }

    /** Nobody is to find a page whose text is gone. */
    private static void clear(Path site) throws IOException {
        try (DirectoryStream<Path> pages = Files.newDirectoryStream(site, "*.html")) {
            for (Path page : pages) {
                Files.delete(page);
            }
        }
    }

    private void write(String source) throws IOException {
        Levels levels = new Levels(repository, resource("level.html"));
        List<Page> text = TextPages.all(repository, source, levels.addresses());
        List<Page> pages = new ArrayList<>(text);
        pages.addAll(levels.pages(text));
        DiffPages diffs = new DiffPages(repository);
        pages.add(new Slides(repository, diffs, repository.read(Plan.FILE)).page());
        pages.addAll(diffs.pages());
        pages.sort(Comparator.comparing(Page::group));
        copyWebJar("org.webjars/highlightjs", "highlight.min.js");
        copyWebJar("org.webjars.npm/lunr", "lunr.min.js");
        copyFigures();
        for (String name : SHARED) {
            write(name, resource(name));
        }
        Layout layout = new Layout(resource("page.html"), pages);
        for (Page page : pages) {
            write(page.name(), layout.render(page));
            for (String extra : page.extras()) {
                write(extra, resource(extra));
            }
        }
        write(Everything.NAME, layout.render(Everything.of(text)));
        write("search-data.js", "window.searchData = unpack(\"" + Packed.of(SearchData.of(pages)) + "\");\n");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(site.resolve(name), content);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Problem("The site needs " + name + ", which is on no class path; compile docs first");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Copies a script of a library's jar. */
    private void copyWebJar(String library, String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource("/META-INF/maven/" + library + "/pom.properties")));
        String name = properties.getProperty("artifactId");
        String version = properties.getProperty("version").replaceFirst("-\\d+$", "");
        write(file, resource(JARS + name + "/" + version + "/" + file));
    }

    private void copyFigures() throws IOException {
        Path copies = Files.createDirectories(site.resolve("figures"));
        for (String figure : repository.list("docs/figures")) {
            if (figure.endsWith(".svg")) {
                Path original = repository.path("docs/figures/" + figure);
                Files.copy(original, copies.resolve(figure), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
