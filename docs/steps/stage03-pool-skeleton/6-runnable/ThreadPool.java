package hello;

final class ThreadPool {
    ThreadPool(int size) {}

    void execute(Runnable job) {}
}
