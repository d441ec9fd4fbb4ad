package hello;

final class ThreadPool {}
