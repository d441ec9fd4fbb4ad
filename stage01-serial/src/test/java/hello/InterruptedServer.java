package hello;

import java.net.Socket;

/** A server whose accepting thread has its interrupt flag set, all the time. */
final class InterruptedServer {
    private InterruptedServer() {}

    public static void main(String[] arguments) {
        ConnectionHandler handler = new ConnectionHandler();
        Thread.currentThread().interrupt();
        try (Listener listener = Listener.open(0)) {
            System.out.println("Listening on " + listener.url());
            for (Socket connection : listener) {
                new Thread(() -> handler.handle(connection)).start();
            }
        }
    }
}
