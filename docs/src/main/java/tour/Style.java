package tour;

import java.nio.charset.Charset;

/**
 * How to draw.
 *
 * @param width the columns there are
 * @param hasGlyphs whether other characters than ASCII's can be shown
 * @param hasColour whether the terminal is asked for colours
 */
record Style(int width, boolean hasGlyphs, boolean hasColour) {
    static final int WIDTH = 80;

    /** A dot, a block, a tick, a cross and a triangle. */
    private static final String GLYPHS = "\u00b7\u2588\u2713\u2717\u25b2";

    private static final String ASCII = ".#+x^";

    /** Whether a terminal with this charset can show the glyphs. */
    static boolean canShow(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(GLYPHS);
    }

    String waiting(int columns) {
        return glyph(0).repeat(columns);
    }

    String serving(int columns) {
        return glyph(1).repeat(columns);
    }

    String good() {
        return glyph(2);
    }

    String bad() {
        return glyph(3);
    }

    String pointer() {
        return glyph(4);
    }

    private String glyph(int index) {
        return (hasGlyphs ? GLYPHS : ASCII).substring(index, index + 1);
    }

    String paint(Ink ink, String text) {
        return hasColour ? ink.paint(text) : text;
    }

    /** As much of the text as there is room for. */
    String cut(String text) {
        return text.length() <= width ? text : text.substring(0, width);
    }
}
