package hello;

import java.util.concurrent.Callable;

final class ThreadPool {
    ThreadPool(int size) {}

    void execute(Callable<Void> job) {}
}
