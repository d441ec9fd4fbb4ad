package hello;

/** The program cannot start; the message is one line for the person who started it. */
final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitStatus;

    StartupException(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    int exitStatus() {
        return exitStatus;
    }
}
