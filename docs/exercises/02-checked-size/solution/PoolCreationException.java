package hello;

/** A pool cannot be made as asked. */
final class PoolCreationException extends Exception {
    private static final long serialVersionUID = 1;

    PoolCreationException(String message) {
        super(message);
    }
}
