package ground;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What the running JDK's javac says, in English, as it would to a reader in that folder. */
public record Compilation(boolean succeeded, List<String> output) {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    static {
        // javac's messages follow the default locale; no option of its own changes that.
        Locale.setDefault(Locale.US);
    }

    /** Compiles {@code src/main/java/hello/*.java} of a folder. */
    public static Compilation of(Path folder, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        try (Stream<Path> files = Files.list(folder.resolve("src/main/java/hello"))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        }
        return run(folder, arguments);
    }

    /** One at a time, so that the sessions which are replayed meanwhile keep their time. */
    public static synchronized Compilation run(Path folder, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        int status = JAVAC.run(writer, writer, arguments.toArray(String[]::new));
        String prefix = folder + folder.getFileSystem().getSeparator();
        List<String> output = text.toString()
                .lines()
                .map(line -> line.contains(prefix) ? line.replace(prefix, "").replace('\\', '/') : line)
                .toList();
        return new Compilation(status == 0, output);
    }
}
