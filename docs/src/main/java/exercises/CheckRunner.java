package exercises;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the checks in the given folders, or one claim of a check, in a JVM of its own, because an attempt
 * may deadlock or take all memory. Its stdout holds the verdicts and nothing that an attempt printed.
 */
final class CheckRunner {
    /** Not 0, because an attempt may exit with that itself. */
    static final int DONE = 100;

    /** In place of a claim: the whole check. */
    static final String ALL = "";

    /** The status with which the option ExitOnOutOfMemoryError ends a JVM. */
    static final int NO_MEMORY = 3;

    /** In bytes. */
    static final int MAX_PRINTED = 1_000_000;

    private static final Map<String, String> CONFIGURATION = Map.of(
            "junit.jupiter.execution.parallel.enabled", "false",
            // For the HangReporter.
            "junit.jupiter.extensions.autodetection.enabled", "true",
            "junit.jupiter.execution.timeout.thread.mode.default", "separate_thread",
            "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$OrderAnnotation");

    private static final Launcher LAUNCHER = LauncherFactory.create();

    private CheckRunner() {}

    /** @param args the folders, each followed by the claim */
    public static void main(String[] args) throws Exception {
        PrintStream verdicts = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream printed = new PrintStream(new BoundedOutput(System.err, MAX_PRINTED), true);
        System.setOut(printed);
        System.setErr(printed);
        // So that the checks write numbers as the text does.
        Locale.setDefault(Locale.US);
        try {
            for (int i = 0; i < args.length; i += 2) {
                run(Path.of(args[i]), args[i + 1], verdicts);
            }
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(NO_MEMORY);
        }
        // An attempt may have left threads behind.
        System.exit(DONE);
    }

    private static void run(Path folder, String claim, PrintStream verdicts) throws Exception {
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes)) {
            Thread.currentThread().setContextClassLoader(loader);
            PostDiscoveryFilter wanted = test ->
                    FilterResult.includedIf(!test.isTest() || claim.equals(ALL) || claim.equals(test.getDisplayName()));
            LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass("hello.Check")))
                    .filters(wanted)
                    .configurationParameters(CONFIGURATION)
                    .build();
            CancellationToken token = CancellationToken.create();
            Verdicts listener = new Verdicts(verdicts, token);
            LauncherExecutionRequest request = LauncherExecutionRequestBuilder.request(tests)
                    .cancellationToken(token)
                    .listeners(listener)
                    .build();
            LAUNCHER.execute(request);
            listener.printSummary();
        }
    }
}
