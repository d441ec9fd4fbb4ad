package measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The limit: accept, read once, answer, close, on one thread, whatever was asked. */
final class BareServer {
    private BareServer() {}

    /** @param args the port, 0 for a free one, and the file that is the page */
    public static void main(String[] args) throws IOException {
        byte[] page = Files.readAllBytes(Path.of(args[1]));
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + "Content-Length: " + page.length
                + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(page);
        byte[] bytes = answer.toByteArray();
        byte[] request = new byte[1_024];
        InetAddress local = InetAddress.getByName("127.0.0.1");
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]), 1_024, local)) {
            System.out.println("Listening on http://127.0.0.1:" + listener.getLocalPort() + "/");
            while (true) {
                try (Socket connection = listener.accept()) {
                    connection.getInputStream().read(request);
                    connection.getOutputStream().write(bytes);
                }
            }
        }
    }
}
