package ground;

/** The text is wrong in a way that only its writer can mend. The message names the place. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Problem(String message) {
        super(message);
    }
}
