package hello;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A complete answer (RFC 9112, section 2.1): made once, sent many times. */
final class Response {
    /** The answer as it goes over the wire. */
    private record Form(byte[] bytes, int headLength) {}

    private final Form staying;
    private final Form closing;

    private Response(Form staying, Form closing) {
        this.staying = staying;
        this.closing = closing;
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
        String more = Stream.of(fields).map(field -> field + "\r\n").collect(joining());
        Form staying = form(status, body, more);
        return new Response(staying, form(status, body, "Connection: close\r\n" + more));
    }

    private static Form form(String status, byte[] body, String fields) {
        String head = "HTTP/1.1 " + status + "\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + fields
                + "\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        int headLength = whole.size();
        whole.writeBytes(body);
        return new Form(whole.toByteArray(), headLength);
    }

    /**
     * One write: a client waits for no second packet, a worker for no second call.
     *
     * @param isLast whether the client is told that the connection will be closed
     */
    void writeTo(OutputStream out, boolean withoutBody, boolean isLast) throws IOException {
        Form form = isLast ? closing : staying;
        out.write(form.bytes, 0, withoutBody ? form.headLength : form.bytes.length);
    }
}
