package hello;

final class ThreadPool {
    private ThreadPool(int size) {}

    /** @throws PoolCreationException if the size is less than 1 */
    static ThreadPool create(int size) throws PoolCreationException {
        if (size < 1) {
            String problem = "The size must be at least 1: " + size;
            throw new PoolCreationException(problem);
        }
        return new ThreadPool(size);
    }

    void execute(Runnable job) {}
}
