package tour;

import java.io.Closeable;
import java.io.PrintStream;
import java.util.List;

/**
 * The terminal, or whatever the output goes to. A frame that is drawn takes the place of the one
 * before, if this is a terminal; if not, only the last one is printed.
 */
final class Screen implements Closeable {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_LINE = "\u001b[K";

    private final PrintStream out;
    private final boolean isLive;
    private int drawn;
    private boolean isClosed;

    Screen(PrintStream out, boolean isLive) {
        this.out = out;
        this.isLive = isLive;
    }

    synchronized void print(List<String> lines) {
        if (!isClosed) {
            lines.forEach(out::println);
            out.flush();
        }
    }

    /** Draws a frame over the one before. */
    synchronized void draw(List<String> frame) {
        if (isClosed || !isLive) {
            return;
        }
        StringBuilder text = new StringBuilder(HIDE_CURSOR + NO_WRAP);
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append("A\r");
        }
        for (String line : frame) {
            text.append(line).append(CLEAR_LINE).append('\n');
        }
        out.print(text);
        out.flush();
        drawn = frame.size();
    }

    /** Draws the last frame; what comes now is printed below. */
    synchronized void finish(List<String> frame) {
        if (isLive && !isClosed) {
            draw(frame);
            drawn = 0;
            restore();
        } else {
            print(frame);
        }
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    private void restore() {
        out.print(WRAP + SHOW_CURSOR);
        out.flush();
    }

    /** Leaves the terminal as it was; nothing is drawn from now on. */
    @Override
    public synchronized void close() {
        if (isLive && !isClosed) {
            restore();
            if (drawn > 0) {
                out.println();
            }
        }
        isClosed = true;
    }
}
