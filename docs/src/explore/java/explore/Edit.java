package explore;

/** A change to a source: what stands in it once, and what is to stand there instead. */
record Edit(String from, String to) {
    /** @throws IllegalStateException if the source has changed, so that the edit fits no more */
    String apply(String source) {
        int place = source.indexOf(from);
        if (place < 0 || source.indexOf(from, place + 1) >= 0) {
            throw new IllegalStateException("not once in the source: " + from);
        }
        return source.replace(from, to);
    }
}
