package hello;

/** One of the pool's threads. */
final class Worker {
    final int id;
    final Thread thread;

    Worker(int id) {
        this.id = id;
        this.thread = new Thread(() -> {}, "worker-" + id);
    }
}
