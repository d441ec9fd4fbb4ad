package proofs;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import ground.Step;
import ground.Workshop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the text claims, sorted into proofs. */
final class Proofs {
    private final Repository repository;
    private final Workshop workshop;
    private final List<Proof> proofs = new ArrayList<>();
    private final Typist typist;

    /** A page with a block that nobody understands, or with something that cannot be typed. */
    record Reading(String place, List<Finding> found) implements Proof {
        @Override
        public void check(List<Finding> findings) {
            findings.addAll(found);
        }
    }

    private Proofs(Repository repository, Workshop workshop, Typist typist) {
        this.typist = typist;
        this.repository = repository;
        this.workshop = workshop;
    }

    static List<Proof> of(Repository repository, Workshop workshop) {
        List<Document> documents = Document.all(repository);
        Typist typist = Typist.of(repository, documents);
        Proofs all = new Proofs(repository, workshop, typist);
        List<Block> blocks = new ArrayList<>();
        boolean isComplete = true;
        for (Document document : documents) {
            try {
                List<Block> some = document.blocks();
                blocks.addAll(some);
                all.add(some);
            } catch (Finding finding) {
                isComplete = false;
                all.proofs.add(new Reading(document.place(), List.of(finding)));
            }
            all.proofs.add(new Reading(
                    document.place(),
                    typist.findings().stream()
                            .filter(finding -> finding.getMessage().startsWith(document.file() + ":"))
                            .toList()));
            all.proofs.add(new LinkProof(repository, document));
            all.proofs.add(new NameProof(repository, document));
            if (document.file().equals("docs/README.md")) {
                all.proofs.add(new BudgetProof(repository, document));
            }
        }
        if (isComplete) {
            for (String step : Step.folders(repository)) {
                all.proofs.add(new StepProof(workshop, step, blocks));
            }
            all.proofs.add(new CoverageProof(repository, documents, blocks));
        }
        return all.proofs;
    }

    private void add(List<Block> blocks) {
        Map<String, List<Block>> sessions = new LinkedHashMap<>();
        Map<String, List<Block>> diffs = new LinkedHashMap<>();
        for (Block block : blocks) {
            Kind kind = Kind.of(block);
            if (!fits(block)) {
                continue;
            }
            switch (kind) {
                case SOURCE -> proofs.add(new SourceProof(repository, typist, block));
                case COMPILER ->
                    copy(block, "javac").ifPresent(copy -> proofs.add(new CompilerProof(workshop, block, copy)));
                case COMMAND -> proofs.add(new CommandProof(repository, workshop, typist, block));
                case SESSION -> group(sessions, block.get("session")).add(block);
                case DIFF ->
                    group(diffs, block.get("old") + " " + block.get("new")).add(block);
                case TOUR -> proofs.add(new TourProof(repository, block));
                case EXERCISE, COPY, TYPED, SAME -> {}
            }
        }
        sessions.values().forEach(session -> {
            Block first = session.get(0);
            Optional<Sources> copy = copy(first, "step");
            if (copy.isPresent() || !SessionProof.isOfCopy(first)) {
                proofs.add(new SessionProof(workshop, session, copy));
            }
        });
        diffs.values().forEach(diff -> proofs.add(new DiffProof(repository, workshop, diff)));
    }

    /** What a block compiles or runs: a step, or what the typist has at that place. */
    private Optional<Sources> copy(Block block, String attribute) {
        String step = block.get(attribute, "");
        try {
            return step.isEmpty() ? typist.copy(block) : Optional.of(Step.copy(repository, step));
        } catch (Problem problem) {
            throw block.wrong(problem.getMessage());
        }
    }

    private static List<Block> group(Map<String, List<Block>> groups, String name) {
        return groups.computeIfAbsent(name, key -> new ArrayList<>());
    }

    /** Whether a block is meant for the running JDK: {@code jdk=17} or {@code jdk=21+}. */
    private static boolean fits(Block block) {
        String jdk = block.get("jdk", "0+");
        if (!jdk.matches("\\d+\\+?")) {
            throw block.wrong("write jdk=17 for one version or jdk=21+ for all from that on");
        }
        int version = Integer.parseInt(jdk.replace("+", ""));
        int running = Runtime.version().feature();
        return jdk.endsWith("+") ? running >= version : running == version;
    }
}
