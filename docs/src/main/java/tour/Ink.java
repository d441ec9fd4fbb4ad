package tour;

/** What is painted, and its colour as a terminal numbers it. */
enum Ink {
    TITLE(1),
    FAINT(2),
    BAD(31),
    GOOD(32),
    WAITING(33),
    SERVING(36);

    private final int code;

    Ink(int code) {
        this.code = code;
    }

    String paint(String text) {
        return text.isEmpty() ? "" : "\u001b[" + code + "m" + text + "\u001b[m";
    }
}
