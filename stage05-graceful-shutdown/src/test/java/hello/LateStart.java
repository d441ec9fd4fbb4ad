package hello;

/** A program that starts the server when the JVM is already exiting. */
final class LateStart {
    private LateStart() {}

    public static void main(String[] arguments) {
        Thread hook = new Thread(() -> Main.main(new String[] {"0"}), "late");
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
