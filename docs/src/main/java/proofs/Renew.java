package proofs;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rewrites every block that is not true (any more), and says which. */
public final class Renew {
    private Renew() {}

    public static void main(String[] args) throws Exception {
        try {
            renew(Repository.find()).forEach(System.out::println);
        } catch (Problem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    /** Returns a line for each block that it has rewritten, and for what it could not. */
    static List<String> renew(Repository repository) throws Exception {
        List<String> report = new ArrayList<>();
        try (Workshop workshop = new Workshop(repository)) {
            List<Finding> stale = new ArrayList<>();
            for (Finding finding : findings(Proofs.of(repository, workshop))) {
                if (finding.isRenewable()) {
                    stale.add(finding);
                } else {
                    report.add("By hand: " + finding.getMessage());
                }
            }
            // From the bottom up, so that the lines above keep their numbers.
            stale.sort(Comparator.comparingInt(finding -> -finding.block().line()));
            for (Finding finding : stale) {
                try {
                    rewrite(repository, finding.block(), finding.truth());
                    report.add("Rewritten: " + finding.block().place());
                } catch (Finding other) {
                    report.add("By hand: " + other.getMessage());
                }
            }
        }
        return report.isEmpty() ? List.of("Every block is true.") : report;
    }

    private static List<Finding> findings(List<Proof> proofs) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Finding> findings = new ArrayList<>();
            for (Future<List<Finding>> some :
                    executor.invokeAll(proofs.stream().map(Renew::task).toList())) {
                findings.addAll(some.get());
            }
            return findings;
        } finally {
            executor.shutdown();
        }
    }

    /** One that fails must not keep the others from being renewed. */
    private static Callable<List<Finding>> task(Proof proof) {
        return () -> {
            try {
                return proof.findings();
            } catch (Exception e) {
                return List.of(new Finding(proof.place(), "this cannot be checked: " + e));
            }
        };
    }

    private static void rewrite(Repository repository, Block block, List<String> text) throws IOException {
        List<String> lines = new ArrayList<>(repository.lines(block.file()));
        List<String> old =
                lines.subList(block.line(), block.line() + block.text().size());
        String indent = " ".repeat(block.indent());
        old.clear();
        old.addAll(
                text.stream().map(line -> line.isEmpty() ? line : indent + line).toList());
        Files.writeString(repository.path(block.file()), String.join("\n", lines) + "\n");
    }
}
