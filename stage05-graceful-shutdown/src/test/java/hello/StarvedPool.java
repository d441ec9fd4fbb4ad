package hello;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** A program that asks for more workers than there is memory for. */
final class StarvedPool {
    private StarvedPool() {}

    public static void main(String[] arguments) {
        try {
            new ThreadPool(1_000);
        } catch (OutOfMemoryError e) {
            System.out.println("Starved");
        }
    }

    /** Starts it with 32 GiB, of which each thread wants one; on Linux alone. */
    static Process start(Path output) throws Exception {
        String script = "ulimit -v 33554432 && exec \"$@\"";
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = folder(ThreadPool.class) + ":" + folder(StarvedPool.class);
        List<String> sh = List.of("sh", "-c", script, "sh");
        String collector = "-XX:+UseSerialGC";
        List<String> options = List.of("-Xss1g", "-Xmx64m", "-Xint", collector);
        List<String> program = List.of("-cp", classes, StarvedPool.class.getName());
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(sh));
        builder.command().add(java.toString());
        builder.command().addAll(options);
        builder.command().addAll(program);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return builder.start();
    }

    private static Path folder(Class<?> type) throws URISyntaxException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return Path.of(source.getLocation().toURI());
    }
}
