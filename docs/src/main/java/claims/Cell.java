package claims;

import proofs.Finding;

/**
 * A cell of the table.
 *
 * @param place the file and the line
 */
record Cell(String place, String claim, Column column, Mark mark) {
    /** @throws Finding if something else was seen than the table says */
    void check(Sighting seen) {
        if (seen.mark() != mark) {
            throw new Finding(
                    place,
                    "\"" + claim + "\", " + column.name() + ": the table says " + mark + ", and " + seen.mark()
                            + " is what was seen: " + seen.what());
        }
    }
}
