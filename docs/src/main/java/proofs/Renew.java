package proofs;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rewrites every block that is not true (any more), and says which. */
public final class Renew {
    private Renew() {}

    public static void main(String[] args) throws Exception {
        try {
            renew(Repository.find()).forEach(System.out::println);
        } catch (Problem refusal) {
            System.out.println("By hand, and then once more: " + refusal.getMessage());
        }
    }

    /** Returns a line for each block that it has rewritten, or that it could not. */
    static List<String> renew(Repository repository) throws Exception {
        List<String> report = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (Workshop workshop = new Workshop(repository)) {
            collect(Proofs.of(repository, workshop), findings, report);
            // From the bottom up, so that the lines above keep their numbers.
            findings.sort(Comparator.comparingInt(finding -> -finding.block().line()));
            for (Finding finding : findings) {
                try {
                    rewrite(repository, finding.block(), finding.truth().get());
                    report.add("Rewritten: " + finding.block().place());
                } catch (Problem problem) {
                    report.add("By hand: " + problem.getMessage());
                }
            }
        }
        if (report.isEmpty()) {
            report.add("Every block is true.");
        }
        return report;
    }

    private static void collect(List<Proof> proofs, List<Finding> findings, List<String> report) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Finding>>> futures = new ArrayList<>();
            for (Proof proof : proofs) {
                futures.add(executor.submit(proof::findings));
            }
            for (Future<List<Finding>> future : futures) {
                try {
                    findings.addAll(future.get());
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause();
                    report.add("By hand: " + (cause instanceof Problem ? cause.getMessage() : cause));
                }
            }
        } finally {
            executor.shutdown();
        }
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
