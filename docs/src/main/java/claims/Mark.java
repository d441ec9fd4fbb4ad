package claims;

import java.util.Arrays;
import java.util.Optional;

/** What a cell of the table says, and what a probe sees. */
enum Mark {
    HOLDS("\u2713"),
    FAILS("\u2717"),
    /** The program has nothing that the claim speaks of. */
    DOES_NOT_APPLY("\u2013");

    private final String symbol;

    Mark(String symbol) {
        this.symbol = symbol;
    }

    static Optional<Mark> of(String symbol) {
        return Arrays.stream(values())
                .filter(mark -> mark.symbol.equals(symbol))
                .findFirst();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
