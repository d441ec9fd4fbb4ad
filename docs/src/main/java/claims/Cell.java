package claims;

import proofs.Refusal;

/**
 * A cell of the table.
 *
 * @param place the file and the line
 */
record Cell(String place, String claim, Column column, Mark mark) {
    /** @throws Refusal if something else was seen than the table says */
    void check(Sighting seen) {
        if (seen.mark() != mark) {
            throw new Refusal(place + ": \"" + claim + "\", " + column.name() + ": the table says " + mark + ", and "
                    + seen.mark() + " is what was seen: " + seen.what());
        }
    }
}
