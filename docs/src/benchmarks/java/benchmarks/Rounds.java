package benchmarks;

import ground.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks in rounds, in which the pools take turns, and prints the ratios of this
 * pool to its peers: whatever else the machine is doing hits both sides of a ratio.
 */
final class Rounds {
    private static final String USAGE = "Usage: benchmarks.Rounds rounds seconds";
    private static final List<String> NAMES = List.of("oneSubmitter", "twoSubmitters", "roundTrip");
    private static final List<Peer> PEERS =
            Arrays.stream(Peer.values()).filter(Peer::isAvailable).toList();

    private final int seconds;

    /** What each round measured of a benchmark and a pool. */
    private final Map<String, List<Figure>> figures = new HashMap<>();

    private record Figure(double score, String unit, double bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f %s, %.0f bytes a job", score, unit, bytes);
        }
    }

    private Rounds(int seconds) {
        this.seconds = seconds;
    }

    /** Exits with status 2 for wrong arguments, and with 1 if a benchmark fails. */
    public static void main(String[] args) {
        try {
            if (args.length != 2) {
                throw new IllegalArgumentException("two numbers are needed");
            }
            int rounds = number(args[0]);
            Rounds benchmarks = new Rounds(number(args[1]));
            for (int round = 1; round <= rounds; round++) {
                benchmarks.run(round);
            }
            benchmarks.print();
        } catch (IllegalArgumentException e) {
            System.err.println("Wrong arguments: " + e.getMessage() + ". " + USAGE);
            System.exit(2);
        } catch (RunnerException e) {
            System.err.println("A benchmark failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int number(String given) {
        if (!given.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("not a number from 1 to 9999: " + given);
        }
        return Integer.parseInt(given);
    }

    private void run(int round) throws RunnerException {
        for (String benchmark : NAMES) {
            for (Peer peer : PEERS) {
                Figure figure = run(benchmark, peer);
                figures.computeIfAbsent(benchmark + peer, key -> new ArrayList<>())
                        .add(figure);
                System.err.println(round + ": " + benchmark + ", " + peer + ": " + figure);
            }
        }
    }

    private Figure run(String benchmark, Peer peer) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("PoolBenchmark\\." + benchmark + "$")
                .param("peer", peer.name())
                .warmupIterations(seconds)
                .measurementIterations(seconds)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        Result<?> score = result.getPrimaryResult();
        double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        return new Figure(score.getScore(), score.getScoreUnit(), bytes);
    }

    private void print() {
        System.out.println("| benchmark | peer | this pool, of it | bytes a job | its own |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (String benchmark : NAMES) {
            List<Figure> own = figures.get(benchmark + PEERS.get(0));
            for (Peer peer : PEERS.subList(1, PEERS.size())) {
                List<Figure> others = figures.get(benchmark + peer);
                List<Double> ratios = new ArrayList<>();
                for (int i = 0; i < own.size(); i++) {
                    ratios.add(own.get(i).score() / others.get(i).score());
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s, %s | %s | %s | %.0f | %.0f |%n",
                        benchmark,
                        own.get(0).unit(),
                        peer,
                        Spread.of(ratios),
                        bytes(own),
                        bytes(others));
            }
        }
    }

    private static double bytes(List<Figure> figures) {
        return Spread.of(figures.stream().map(Figure::bytes).toList()).middle();
    }
}
