package ground;

/** Something that only a person can fix. The message says what is wrong, where, and what to do. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Problem(String message) {
        super(message);
    }
}
