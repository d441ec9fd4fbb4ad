package proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureTest {
    @TempDir
    private Path out;

    @Test
    void theProgramsThatMeasureCompileWithoutAWarning() {
        Repository repository = Repository.find();
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
        arguments.addAll(List.of("--release", "17", "-d", out.toString()));
        for (String file : repository.list("docs/measure")) {
            if (file.endsWith(".java")) {
                arguments.add(repository.path("docs/measure/" + file).toString());
            }
        }
        Compilation compilation = Compilation.run(repository.root(), arguments);
        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.succeeded()).isTrue();
    }
}
