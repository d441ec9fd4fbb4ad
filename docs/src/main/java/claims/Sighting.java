package claims;

/** What a probe has seen in a program, and in words. */
record Sighting(Mark mark, String what) {
    static Sighting holds(String what) {
        return new Sighting(Mark.HOLDS, what);
    }

    static Sighting fails(String what) {
        return new Sighting(Mark.FAILS, what);
    }

    static Sighting doesNotApply(String what) {
        return new Sighting(Mark.DOES_NOT_APPLY, what);
    }
}
