package exercises;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lets only so many bytes through, so that no attempt can fill the disk. */
final class BoundedOutput extends FilterOutputStream {
    static final String REST = "\n(It has printed more than this; the rest is left out.)\n";

    private int left;

    BoundedOutput(OutputStream out, int limit) {
        super(out);
        left = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) throws IOException {
        if (left < 0) {
            return;
        }
        out.write(bytes, offset, Math.min(count, left));
        left -= count;
        if (left < 0) {
            out.write(REST.getBytes(StandardCharsets.UTF_8));
        }
    }
}
