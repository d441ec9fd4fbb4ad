package hello;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A complete answer (RFC 9112, section 2.1): made once, sent many times. */
final class Response {
    private final byte[] bytes;
    private final int headLength;

    private Response(byte[] head, byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(body);
        this.bytes = whole.toByteArray();
        this.headLength = head.length;
    }

    /**
     * @param resource the name of a page on the class path, beside this class
     * @throws StartupException with exit status 1, if it is not there
     */
    static Response page(String status, String resource) {
        try (InputStream page = Response.class.getResourceAsStream(resource)) {
            if (page == null) {
                String problem = "No hello/" + resource + " on the class path. ";
                String hint = "Add src/main/resources to it, or compile with Maven.";
                throw new StartupException(1, problem + hint);
            }
            return of(status, page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that shows its status and nothing else. */
    static Response notice(String status, String... fields) {
        String template = "<!DOCTYPE html><title>$</title><h1>$</h1>\n";
        String page = template.replace("$", status);
        return of(status, page.getBytes(StandardCharsets.UTF_8), fields);
    }

    private static Response of(String status, byte[] body, String... fields) {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 ").append(status).append("\r\n");
        head.append("Content-Type: text/html; charset=utf-8\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("Connection: close\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        head.append("\r\n");
        return new Response(head.toString().getBytes(StandardCharsets.US_ASCII), body);
    }

    /** One write: a client waits for no second packet, a worker for no second call. */
    void writeTo(OutputStream out, boolean withoutBody) throws IOException {
        out.write(bytes, 0, withoutBody ? headLength : bytes.length);
    }
}
