package tour;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;

/**
 * What the output goes to.
 *
 * @param isLive whether a frame can be drawn over the one before
 * @param style how to draw there
 */
record Terminal(boolean isLive, Style style) {
    private static final int ROWS = 24;

    /** Looks at the terminal, if there is one. */
    static Terminal find(Options options, int rowsNeeded) {
        Map<String, String> environment = System.getenv();
        boolean isTerminal = !options.isPlain() && isConsole() && !"dumb".equals(environment.get("TERM"));
        int[] size = isTerminal ? size() : new int[] {ROWS, Style.WIDTH};
        boolean isLive = isTerminal && size[0] >= rowsNeeded;
        boolean hasColour = isLive
                && options.hasColour()
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
        int width = columns(environment.getOrDefault("COLUMNS", ""), size[1]);
        return new Terminal(isLive, new Style(width, Style.canShow(charset()), hasColour));
    }

    static int columns(String given, int otherwise) {
        return given.matches("[1-9]\\d{0,3}") ? Integer.parseInt(given) : otherwise;
    }

    /** From JDK 22 on, there may be a console where there is no terminal. */
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows and columns as the terminal itself says, or what most have. */
    private static int[] size() {
        int[] usual = {ROWS, Style.WIDTH};
        try {
            ProcessBuilder stty = new ProcessBuilder("stty", "size");
            Process process =
                    stty.redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            String said = new String(process.getInputStream().readAllBytes(), charset()).trim();
            if (!said.matches("[1-9]\\d{0,3} [1-9]\\d{0,3}")) {
                return usual;
            }
            return Arrays.stream(said.split(" ")).mapToInt(Integer::parseInt).toArray();
        } catch (IOException e) {
            // This system has no stty.
            return usual;
        }
    }

    /** What System.out encodes with: its own property is new in JDK 19. */
    private static Charset charset() {
        String nativeEncoding = System.getProperty("native.encoding");
        return Charset.forName(System.getProperty("stdout.encoding", nativeEncoding));
    }
}
