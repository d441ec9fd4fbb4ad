package site;

import ground.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The site, rendered once for all tests. */
final class Rendered {
    static final Path SITE = render();

    private Rendered() {}

    /** The names of its pages. */
    static List<String> pages() {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path render() {
        Repository repository = Repository.find();
        Path site = repository.path("docs/target/site-test");
        try {
            // A page that an earlier build has left.
            Files.writeString(Files.createDirectories(site).resolve("gone.html"), "");
            Site.render(repository, site, "../../..");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site;
    }
}
