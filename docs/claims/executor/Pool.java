package hello;

import java.util.concurrent.Executor;

/** The pool of ExecutorServer. */
final class Pool {
    private Pool() {}

    static Executor open(int size) {
        return ExecutorServer.pool(size);
    }
}
