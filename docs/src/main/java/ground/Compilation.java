package ground;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** What the running JDK's javac says, in English, as it would to a reader in that folder. */
public record Compilation(boolean succeeded, List<String> output) {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    static {
        // javac's messages follow the default locale; no option of its own changes that.
        Locale.setDefault(Locale.US);
    }

    /** Compiles {@code src/main/java/hello/*.java} of a folder. */
    public static Compilation of(Path folder, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        // Not the class path of this JVM, whose jars a reader does not have.
        arguments.addAll(List.of("-cp", folder.toString()));
        Path sources = folder.resolve("src/main/java/hello");
        Repository.sources(sources)
                .forEach(file -> arguments.add(sources.resolve(file).toString()));
        return run(folder, arguments);
    }

    /** One at a time, so that the sessions which are replayed meanwhile are not late. */
    public static synchronized Compilation run(Path folder, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        int status = JAVAC.run(writer, writer, arguments.toArray(String[]::new));
        // Only the names of our files are changed: a reader sees them without the folder.
        Pattern file = Pattern.compile(Pattern.quote(folder + File.separator) + "(\\S+\\.java)");
        List<String> output = text.toString()
                .lines()
                .map(line -> file.matcher(line).replaceAll(name -> Matcher.quoteReplacement(slashed(name.group(1)))))
                .toList();
        return new Compilation(status == 0, output);
    }

    private static String slashed(String file) {
        return file.replace(File.separatorChar, '/');
    }
}
