package pictures;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where a value from 0 to the greatest is in a picture, and which values its axis names. */
record Scale(double greatest, double from, double to) {
    private static final int MOST_TICKS = 6;

    double at(double value) {
        return from + value / greatest * (to - from);
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double power = Math.pow(10, Math.floor(Math.log10(greatest / MOST_TICKS)));
        double step = power;
        for (int factor : List.of(2, 5, 10)) {
            if (greatest / step > MOST_TICKS) {
                step = factor * power;
            }
        }
        double chosen = step;
        return IntStream.rangeClosed(0, (int) (greatest / chosen))
                .mapToObj(i -> i * chosen)
                .toList();
    }

    static String name(double value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
