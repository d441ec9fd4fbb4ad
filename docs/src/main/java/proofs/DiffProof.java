package proofs;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The diff of two stages' main sources, in one block or cut into several. */
record DiffProof(Repository repository, Workshop workshop, List<Block> blocks) implements Proof.Check {
    private static final long WATCHDOG_MILLIS = 60_000;
    private static final int DIFFERENT = 1;

    @Override
    public void check(List<Finding> findings) {
        String from = blocks.get(0).get("old") + "/src/main/";
        String to = blocks.get(0).get("new") + "/src/main/";
        TreeSet<String> missing = new TreeSet<>(changed(repository, from, to));
        for (Block block : blocks) {
            for (List<String> section : sections(block.text())) {
                String problem = problem(section, from, to, missing);
                if (problem != null) {
                    findings.add(stale(block, from, to, problem));
                    break;
                }
            }
        }
        for (Block block : blocks) {
            boolean has = missing.stream().anyMatch(file -> wanted(block, file));
            if (findings.isEmpty() && has) {
                findings.add(stale(block, from, to, "it leaves out " + missing));
            }
        }
        if (findings.isEmpty() && !missing.isEmpty()) {
            throw blocks.get(0).wrong("the diff leaves out " + missing + "; add a block for it");
        }
    }

    private Finding stale(Block block, String from, String to, String problem) {
        String subject = "the diff from " + from + " to " + to;
        Supplier<List<String>> truth = () -> git(block, from, to);
        return Finding.stale(block, subject, "\n  " + problem, truth);
    }

    private static boolean wanted(Block block, String file) {
        return !block.has("only") || ("/" + file).endsWith("/" + block.get("only"));
    }

    /** Null if the section takes the one stage's file to the other's. */
    private String problem(List<String> section, String from, String to, TreeSet<String> missing) {
        String first = section.get(0);
        String file = first.substring(first.lastIndexOf(' ') + 1).replaceFirst("^b/", "");
        file = file.startsWith(to) ? file.substring(to.length()) : file;
        if (!missing.remove(file)) {
            return "it shows a file twice, or one that does not change: " + first;
        }
        boolean isNew = !repository.isFile(from + file);
        boolean isGone = !repository.isFile(to + file);
        List<String> header = new ArrayList<>();
        header.add("diff --git a/" + (isNew ? to : from) + file + " b/" + (isGone ? from : to) + file);
        if (isNew || isGone) {
            header.add((isNew ? "new" : "deleted") + " file mode 100644");
        }
        header.add("--- " + (isNew ? "/dev/null" : "a/" + from + file));
        header.add("+++ " + (isGone ? "/dev/null" : "b/" + to + file));
        for (int i = 0; i < header.size(); i++) {
            if (i >= section.size() || !section.get(i).equals(header.get(i))) {
                return "git would write the line: " + header.get(i);
            }
        }
        List<String> before = isNew ? List.of() : repository.lines(from + file);
        List<String> after = isGone ? List.of() : repository.lines(to + file);
        try {
            List<String> applied = UnifiedDiffUtils.parseUnifiedDiff(section).applyTo(before);
            if (applied.equals(after)) {
                return null;
            }
            return "it does not lead to " + to + file + Finding.difference(applied, after, 0);
        } catch (PatchFailedException | RuntimeException e) {
            return "it does not fit " + from + file + ": " + e.getMessage();
        }
    }

    private static List<List<String>> sections(List<String> lines) {
        List<List<String>> sections = new ArrayList<>();
        for (String line : lines) {
            if (sections.isEmpty() || line.startsWith("diff --git ")) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(line);
        }
        return sections;
    }

    /** The files that differ, or are in one of two folders only. */
    static TreeSet<String> changed(Repository repository, String from, String to) {
        TreeSet<String> files = new TreeSet<>(repository.tree(from));
        files.addAll(repository.tree(to));
        files.removeIf(file -> repository.isFile(from + file)
                && repository.isFile(to + file)
                && repository.read(from + file).equals(repository.read(to + file)));
        return files;
    }

    private List<String> git(Block block, String from, String to) {
        List<String> diff = new ArrayList<>();
        for (List<String> section : sections(run(block, from, to))) {
            String first = section.get(0);
            if (wanted(block, first.substring(first.lastIndexOf(' ') + 1))) {
                section.removeIf(line -> line.matches("index [0-9a-f]+\\.\\.[0-9a-f]+.*"));
                diff.addAll(section);
            }
        }
        return diff;
    }

    /** What git says of copies: they have nothing beside them, and no settings apply to them. */
    private List<String> run(Block block, String from, String to) {
        if (!Program.hasGit()) {
            throw block.wrong("git has to write this diff, and there is no git here");
        }
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false", "diff"));
        command.addAll(List.of("--no-index", "--no-color", "--no-ext-diff", "-U3"));
        command.addAll(List.of("--src-prefix=a/", "--dst-prefix=b/"));
        command.addAll(List.of(from.replaceFirst("/$", ""), to.replaceFirst("/$", "")));
        try {
            Path copies = workshop.scratch("copies");
            workshop.copy(from, copies.resolve(from));
            workshop.copy(to, copies.resolve(to));
            try (Program git = Program.start(copies, copies.resolveSibling("diff"), command)) {
                List<String> lines = git.awaitEnd(WATCHDOG_MILLIS) ? git.output() : List.of();
                boolean isText = lines.stream().noneMatch(line -> line.startsWith("Binary files "));
                if (lines.isEmpty() || git.status() != DIFFERENT || !isText) {
                    throw block.wrong("git does not write this diff, it says " + lines);
                }
                return lines;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
