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
            clean(site);
            Site.render(repository, site, "../../..");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site;
    }

    /** What an earlier test has left is no page. */
    private static void clean(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
