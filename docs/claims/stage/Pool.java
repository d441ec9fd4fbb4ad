package hello;

import java.util.concurrent.Executor;

/** The pool of a stage. */
final class Pool {
    private Pool() {}

    static Executor open(int size) {
        return new ThreadPool(size)::execute;
    }
}
