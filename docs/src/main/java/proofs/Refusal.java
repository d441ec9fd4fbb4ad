package proofs;

/** The text is wrong in a way that only its writer can mend. The message names the place. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
