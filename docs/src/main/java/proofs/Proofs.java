package proofs;

import ground.Problem;
import ground.Repository;
import ground.Sources;
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
                all.add(document.place(), findings -> findings.add(finding));
            }
            all.add(document.place(), new TypistProof(typist, document));
            all.add(document.place(), new LinkProof(repository, document));
            all.add(document.place(), new NameProof(repository, document));
            if (document.file().equals(LevelProof.LIST)) {
                all.add(document.place(), new LevelProof(repository, document));
            }
            if (document.file().equals("docs/README.md")) {
                all.add(document.place(), new BudgetProof(repository, document));
                documents.stream()
                        .filter(chapter -> chapter.file().matches("docs/stage\\d\\d-.*"))
                        .forEach(chapter -> all.add(chapter.place(), new LengthProof(document, chapter)));
            }
        }
        if (isComplete) {
            all.add("docs/README.md:1", new CoverageProof(repository, documents, blocks));
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
                case SOURCE -> add(block.place(), new SourceProof(repository, typist, block));
                case COMPILER ->
                    typist.copy(block).ifPresent(copy -> add(block.place(), new CompilerProof(workshop, block, copy)));
                case COMMAND -> add(block.place(), new CommandProof(repository, workshop, typist, block));
                case SESSION -> group(sessions, block.get("session")).add(block);
                case DIFF ->
                    group(diffs, block.get("old") + " " + block.get("new")).add(block);
                case TOUR -> add(block.place(), new TourProof(repository, block));
                case EXERCISE, COPY, TYPED, SAME -> {}
            }
        }
        sessions.values().forEach(session -> {
            Block first = session.get(0);
            Optional<Sources> copy = copy(first);
            if (copy.isPresent() || !SessionProof.isOfCopy(first)) {
                add(first.place(), new SessionProof(workshop, session, copy));
            }
        });
        diffs.values().forEach(diff -> add(diff.get(0).place(), new DiffProof(repository, workshop, diff)));
    }

    private void add(String place, Proof.Check check) {
        proofs.add(new Proof(place, check));
    }

    /** What a session runs: a layer of an exercise, or what the typist has at that place. */
    private Optional<Sources> copy(Block block) {
        String layer = block.get("run", "");
        try {
            return layer.contains("/") ? Optional.of(Sources.ofLayer(repository, layer)) : typist.copy(block);
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
