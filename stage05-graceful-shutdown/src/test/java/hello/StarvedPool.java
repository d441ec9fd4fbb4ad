package hello;

/** A program that asks for more workers than there is memory for. */
final class StarvedPool {
    private StarvedPool() {}

    public static void main(String[] arguments) {
        try {
            new ThreadPool(1_000);
        } catch (OutOfMemoryError e) {
            System.out.println("Starved");
        }
    }
}
