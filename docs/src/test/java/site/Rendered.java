package site;

import ground.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The site, as the build has rendered it just before the tests. */
final class Rendered {
    static final Path SITE = Repository.find().path("docs/target/site");

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
}
