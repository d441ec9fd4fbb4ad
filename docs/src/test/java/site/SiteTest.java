package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)(?:#[^\"]*)?\"");

    @Test
    void everyPageWorksFromTheFileSystemAlone() throws IOException {
        Path docs = Path.of("").toAbsolutePath();
        Path site = docs.resolve("target/site-test");
        Site.render(docs, site, System.getProperty("highlightjs.version"));
        List<Path> pages;
        try (Stream<Path> files = Files.list(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSize(sources());
        for (Path page : pages) {
            String html = Files.readString(page);
            assertThat(html).contains("<h1 ").doesNotContain("{title}", "{nav}", "{content}");
            assertThat(html).doesNotContainPattern("<(?!a )[^>]*\"https?:");
            Matcher reference = REFERENCE.matcher(html);
            while (reference.find()) {
                String target = reference.group(1);
                if (!target.matches("data:,|https?:.*")) {
                    assertThat(site.resolve(target).normalize())
                            .as(page.getFileName() + ": " + target)
                            .exists();
                }
            }
        }
    }

    private static int sources() {
        Stream<String> files = Repository.find().tree("docs").stream();
        return (int) files.filter(file -> file.matches("[\\w-]+\\.md|exercises/[\\w-]+/(README|HINTS)\\.md"))
                .count();
    }
}
