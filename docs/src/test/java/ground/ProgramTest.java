package ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process does the same on every machine. */
class ProgramTest {
    @TempDir
    private Path home;

    @Test
    void gitIgnoresTheUsersSettings() throws Exception {
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

    @Test
    void whatAShellHasStartedEndsWithTheShell() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh");
        List<String> command = List.of("sh", "-c", "sleep 600 & echo $!; wait");
        ProcessHandle child;
        try (Program shell = Program.start(home, home.resolve("output"), command)) {
            shell.await(lines -> !lines.isEmpty(), Server.WATCHDOG_SECONDS);
            child = ProcessHandle.of(Long.parseLong(shell.output().get(0))).orElseThrow();
        }
        await().atMost(Server.WATCHDOG_SECONDS, TimeUnit.SECONDS).until(() -> !child.isAlive());
    }

    private String settings(Map<String, String> environment) throws IOException {
        ProcessBuilder git = new ProcessBuilder(List.of("git", "config", "--list")).directory(home.toFile());
        git.environment().clear();
        git.environment().putAll(environment);
        return new String(git.start().getInputStream().readAllBytes());
    }
}
