package hello;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a request: its first line and its fields (RFC 9112, section 2.1). */
final class Request {
    private static final int MAX_HEAD_BYTES = 8 * 1_024;

    /** The characters of a method (RFC 9110, section 5.6.2). */
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";

    /** RFC 9112, section 3; a target is ASCII (RFC 3986, section 2). */
    private static final String LINE = "(" + TOKEN + ") ([!-~]+) HTTP/1\\.[01]\r?\n";

    private static final Pattern REQUEST_LINE = Pattern.compile(LINE);

    private final String head;
    private final boolean isTooLarge;
    private final boolean hasMore;
    private final String method;
    private final String path;

    /**
     * @param bytes what was read, and room for more
     * @param length how many bytes were read
     * @param start where the head begins
     * @param end where it ends, or -1 if it is not complete
     */
    private Request(byte[] bytes, int length, int start, int end) {
        boolean isComplete = end >= 0;
        int headLength = (isComplete ? end : length) - start;
        head = new String(bytes, start, headLength, StandardCharsets.ISO_8859_1);
        isTooLarge = !isComplete && length == bytes.length;
        hasMore = !isComplete || end < length || announcesBody(head);
        Matcher line = REQUEST_LINE.matcher(head);
        boolean isRequest = isComplete && line.lookingAt();
        method = isRequest ? line.group(1) : "";
        path = isRequest ? path(line.group(2)) : null;
    }

    /**
     * Reads a head, and of what follows it only what came along.
     *
     * @throws IOException if the client is gone or its time is over
     */
    static Request read(InputStream in) throws IOException {
        byte[] bytes = new byte[MAX_HEAD_BYTES];
        int length = 0;
        int start = 0;
        int end = -1;
        while (end < 0 && length < bytes.length) {
            int count = in.read(bytes, length, bytes.length - length);
            if (count < 0) {
                break;
            }
            length += count;
            start = startOfHead(bytes, length);
            end = endOfHead(bytes, start, length);
        }
        return new Request(bytes, length, start, end);
    }

    /** A client may send a blank line ahead of its request (RFC 9112, section 2.2). */
    private static int startOfHead(byte[] bytes, int length) {
        int start = 0;
        while (start < length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** Returns where the first blank line ends, or -1; a bare LF may end a line. */
    private static int endOfHead(byte[] bytes, int start, int length) {
        for (int i = start + 2; i < length; i++) {
            int last = bytes[i - 1] == '\r' ? i - 2 : i - 1;
            if (bytes[i] == '\n' && bytes[last] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Only a request with one of these fields has a body (RFC 9112, section 6). */
    private static boolean announcesBody(String head) {
        String text = head.toLowerCase(Locale.ROOT);
        boolean isSized = text.contains("\ncontent-length:");
        return isSized || text.contains("\ntransfer-encoding:");
    }

    /** Decodes a target in origin or absolute form (RFC 9112, section 3.2). */
    private static String path(String target) {
        try {
            // Behind a host, a path that begins with two slashes stays a path.
            URI uri = new URI(target.startsWith("/") ? "http://host" + target : target);
            if (uri.getRawAuthority() == null) {
                return null;
            }
            return uri.getPath().isEmpty() ? "/" : uri.getPath();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether the client left before it had asked for anything. */
    boolean isEmpty() {
        return head.isEmpty() && !isTooLarge;
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** Whether it begins with a request line, whatever target that names. */
    boolean isValid() {
        return !method.isEmpty();
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** Also true for an invalid request: no answer to HEAD has a body. */
    boolean isHead() {
        return head.startsWith("HEAD ");
    }

    /** Whether the target names a path: {@code *} and nonsense do not. */
    boolean hasPath() {
        return path != null;
    }

    /** The path, decoded and without the query; null if the target has none. */
    String path() {
        return path;
    }

    /** Whether bytes behind the head have come or may come. */
    boolean hasMore() {
        return hasMore;
    }
}
