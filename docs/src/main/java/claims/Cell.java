package claims;

import ground.Problem;

/**
 * A cell of the table.
 *
 * @param place the file and the line
 */
record Cell(String place, String claim, Column column, Mark mark) {
    /** @throws Problem if something else was seen than the table says */
    void check(Sighting seen) {
        if (seen.mark() != mark) {
            throw new Problem(place + ": \"" + claim + "\", " + column.name() + ": the table says " + mark + ", and "
                    + seen.mark() + " is what was seen: " + seen.what());
        }
    }
}
