package scheduler;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import ground.Problem;
import ground.Program;
import ground.Workshop;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A JVM that was started for a debugger, and has not run anything yet. */
record Connection(Program program, VirtualMachine vm) {
    private static final String TIMEOUT_MILLIS = "60000";

    /** Those into which the observer looks. */
    private static final List<String> OPENED =
            List.of("java.util", "java.util.concurrent", "java.util.concurrent.locks");

    /**
     * Starts a class of ours.
     *
     * @throws Problem if it does not start
     */
    static Connection open(Workshop workshop, String main) throws IOException {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(any -> any.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("port").setValue("0");
        arguments.get("timeout").setValue(TIMEOUT_MILLIS);
        try {
            String address = connector.startListening(arguments);
            String port = address.substring(address.lastIndexOf(':') + 1);
            Program program = workshop.start(command(port, main));
            try {
                return new Connection(program, connector.accept(arguments));
            } catch (IOException e) {
                program.close();
                throw new Problem("The JVM for the program has not started: " + String.join(" ", program.output()));
            } finally {
                connector.stopListening(arguments);
            }
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(String port, String main) {
        List<String> command = Program.quickJava();
        command.add("-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:" + port);
        for (String opened : OPENED) {
            command.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
        }
        command.addAll(List.of("-cp", Program.classesOf(Runs.class).toString(), main));
        return command;
    }
}
