package ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to the repository, whatever else is in its folder. */
class RepositoryTest {
    private static final String SOURCES = "stage01-one/src/main/java/hello";

    @TempDir
    private Path root;

    @BeforeEach
    void writeSomeFiles() throws IOException {
        write("pom.xml", "<module>stage01-one</module><!-- <module>stage02-two</module> --><module>docs</module>");
        write(SOURCES + "/Main.java", "");
        write("stage01-one/src/main/resources/hello/404.html", "");
        write("docs/README.md", "");
        write("docs/src/explore/trace.txt", "");
        write("docs/exercises/01-one/start/Main.java", "");
        write("docs/exercises/01-one/start/base", "");
    }

    @Test
    void onlyWhatGitTracksIsListed() throws Exception {
        assumeTrue(Program.hasGit(), "there is no git");
        git("init", "-q");
        git("add", ".");
        leaveThingsAround();
        write("docs/notes.md", "");
        write(SOURCES + "/Try.java", "");
        assertThatOnlyOursIsListed();
        Files.delete(root.resolve("docs/README.md"));
        assertThat(repository().list("docs")).containsExactly("exercises", "src");
    }

    @Test
    void withoutGitOnlyFilesNamedLikeOursAreListed() throws Exception {
        leaveThingsAround();
        assertThatOnlyOursIsListed();
    }

    @Test
    void theStagesAreTheModulesOfTheParent() throws Exception {
        write("stage02-two/src/main/java/hello/Main.java", "");
        write("stage01-mine/src/main/java/hello/Main.java", "");
        write("stage01-one.diff", "");
        assertThat(repository().stages()).containsExactly("stage01-one");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        Files.write(root.resolve("docs/README.md"), "\u00a7".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> repository().read("docs/README.md"))
                .isInstanceOf(Problem.class)
                .hasMessage("docs/README.md: this is not UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> repository().read("docs/none.md"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("docs/none.md: this cannot be read");
    }

    private void leaveThingsAround() throws IOException {
        for (String folder : List.of(SOURCES, "stage01-one/src/main/resources/hello", "docs/exercises/01-one/start")) {
            for (String name : List.of(".Main.java.swp", "Main.java~", ".DS_Store", "Main.java.orig", "Main.class")) {
                write(folder + "/" + name, "\0");
            }
            write(folder + "/._Main.java", "\0");
            write(folder + "/Main (1).java", "");
            write(folder + "/notes", "");
            write(folder + "/target/Main.java", "");
            Files.createDirectories(root.resolve(folder).resolve("empty"));
        }
        write("docs/exercises/.DS_Store", "\0");
        write("docs/exercises/notes", "");
        write("docs/target/site/index.html", "");
        write("mine/src/main/java/hello/Main.java", "");
        write("attempts/counting/hello/ThreadPool.java", "");
    }

    private void assertThatOnlyOursIsListed() {
        Repository repository = repository();
        assertThat(repository.tree(""))
                .containsExactly(
                        "docs/README.md",
                        "docs/exercises/01-one/start/Main.java",
                        "docs/exercises/01-one/start/base",
                        "docs/src/explore/trace.txt",
                        "pom.xml",
                        SOURCES + "/Main.java",
                        "stage01-one/src/main/resources/hello/404.html");
        assertThat(repository.list("docs/exercises")).containsExactly("01-one");
        assertThat(repository.list(SOURCES)).containsExactly("Main.java");
        assertThat(repository.isFile(SOURCES + "/Main.java")).isTrue();
        assertThat(repository.isFile(SOURCES + "/Main.java~")).isFalse();
        assertThat(repository.list("none")).isEmpty();
    }

    private Repository repository() {
        return new Repository(root);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Path output = root.resolveSibling(root.getFileName() + "-git");
        try (Program git = Program.start(root, output, command)) {
            assertThat(git.awaitEnd(30_000)).isTrue();
            assertThat(git.status()).as(String.join("\n", git.output())).isZero();
        }
    }
}
