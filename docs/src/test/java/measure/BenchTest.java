package measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Program;
import ground.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private static final int WATCHDOG_SECONDS = 30;

    @TempDir
    private Path scratch;

    @Test
    void aMeasurementThatIsToldToEndLeavesNoProgramBehind() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals");
        List<String> lines = play("measure.Abandoned");
        assertThat(lines).hasSize(1);
        long server = Long.parseLong(lines.get(0).replace("Started ", ""));
        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Repository.find().path("docs/figures/data/abandoned.csv")).doesNotExist();
    }

    /** Starts a program, ends it as Ctrl-C does once it has printed something, and returns what it printed. */
    private List<String> play(String program) throws Exception {
        Path output = scratch.resolve("output");
        String classes = System.getProperty("java.class.path");
        Path root = Repository.find().root();
        List<String> command = List.of(Program.java(), "-XX:TieredStopAtLevel=1", "-cp", classes, program);
        try (Program child = Program.start(root, output, command)) {
            child.await(said -> !said.isEmpty(), WATCHDOG_SECONDS);
            child.stop();
            assertThat(child.awaitEnd(WATCHDOG_SECONDS * 1_000)).isTrue();
            assertThat(child.status()).isEqualTo(143);
            return child.output();
        }
    }
}
