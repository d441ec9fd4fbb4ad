package ground;

import java.util.Collection;
import java.util.Locale;

/**
 * The result of several measurements of one thing.
 *
 * @param middle the figure that represents all, a median or a ratio of medians
 */
public record Spread(double middle, double least, double greatest) {
    public static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Spread(median, sorted[0], sorted[n - 1]);
    }

    /** Such as {@code 1.16 (1.10-1.20)}, or the middle alone where all look the same. */
    @Override
    public String toString() {
        return toString(2);
    }

    public String toString(int decimals) {
        String form = "%." + decimals + "f";
        String from = String.format(Locale.ROOT, form, least);
        String to = String.format(Locale.ROOT, form, greatest);
        String shown = String.format(Locale.ROOT, form, middle);
        return from.equals(to) ? shown : shown + " (" + from + "-" + to + ")";
    }
}
