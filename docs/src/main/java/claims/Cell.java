package claims;

import proofs.Refusal;

/**
 * A cell of the table.
 *
 * @param place the file and the line
 * @param stage the stage's folder
 */
record Cell(String place, String claim, String stage, Mark mark) {
    /** @throws Refusal if something else was seen than the table says */
    void check(Sighting seen) {
        if (seen.mark() != mark) {
            throw new Refusal(place + ": \"" + claim + "\", " + stage + ": the table says " + mark + ", and "
                    + seen.mark() + " is what was seen: " + seen.what());
        }
    }
}
