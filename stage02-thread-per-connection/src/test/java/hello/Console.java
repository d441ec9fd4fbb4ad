package hello;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** Keeps all that is printed in the meantime, instead of printing it. */
final class Console implements AutoCloseable {
    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    Console() {
        System.setOut(new PrintStream(output, true));
        System.setErr(new PrintStream(errors, true));
    }

    /** The lines on stdout. */
    List<String> output() {
        return output.toString().lines().toList();
    }

    /** The lines on stderr. */
    List<String> errors() {
        return errors.toString().lines().toList();
    }

    @Override
    public void close() {
        System.setOut(stdout);
        System.setErr(stderr);
    }
}
