package explore;

import hello.Scenario;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Runs a scenario in many interleavings, and prints the first that goes wrong. A JVM should
 * explore only one pool, since Lincheck keeps the classes that it has seen by their names.
 */
final class Explorer {
    static final int FOUND = 3;

    /** Exits with status 0 if nothing goes wrong, and {@link #FOUND} if something does. */
    public static void main(String[] args) {
        Scenario scenario = Scenario.valueOf(args[0]);
        PrintStream console = System.out;
        // The pool's log tells nothing here, and would be explored as well.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            Lincheck.runConcurrentTest(Integer.parseInt(args[1]), scenario);
        } catch (LincheckAssertionError e) {
            console.println(e.getMessage());
            System.exit(FOUND);
        }
        System.exit(0);
    }
}
