package ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process does what it would do anywhere else. */
class ProgramTest {
    @TempDir
    private Path home;

    @Test
    void gitKnowsNobodysSettings() throws Exception {
        assumeTrue(Program.hasGit(), "there is no git");
        Files.writeString(home.resolve(".gitconfig"), "[diff]\n    external = false\n    context = 5\n");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("HOME", home.toString());
        environment.put("GIT_EXTERNAL_DIFF", "false");
        assertThat(settings(environment)).contains("diff.external=false");
        Program.isolate(environment);
        assertThat(settings(environment)).isEmpty();
        assertThat(environment).doesNotContainKey("GIT_EXTERNAL_DIFF");
    }

    private String settings(Map<String, String> environment) throws IOException {
        ProcessBuilder git = new ProcessBuilder(List.of("git", "config", "--list")).directory(home.toFile());
        git.environment().clear();
        git.environment().putAll(environment);
        return new String(git.start().getInputStream().readAllBytes());
    }
}
