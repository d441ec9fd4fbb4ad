package site;

import ground.Repository;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changes in the sources from one stage to another, by the files that git tracks. */
record Comparison(String from, String to, List<FileDiff> main, List<FileDiff> tests) {
    /**
     * @param path from the stage's folder on
     * @param isNew whether the old stage does not have the file
     */
    record FileDiff(String path, boolean isNew, List<Hunk> hunks) {
        String name() {
            return path.replaceFirst(".*/", "");
        }

        long added() {
            return hunks.stream().flatMap(Hunk::added).count();
        }

        long removed() {
            return hunks.stream().flatMap(Hunk::removed).count();
        }
    }

    static Comparison of(Repository repository, String from, String to) {
        return new Comparison(
                from, to, files(repository, from, to, "src/main"), files(repository, from, to, "src/test"));
    }

    private static List<FileDiff> files(Repository repository, String from, String to, String folder) {
        TreeSet<String> files = new TreeSet<>(repository.tree(from + "/" + folder));
        files.addAll(repository.tree(to + "/" + folder));
        return files.stream()
                .map(file -> file(repository, from, to, folder + "/" + file))
                .filter(file -> !file.hunks.isEmpty())
                .toList();
    }

    private static FileDiff file(Repository repository, String from, String to, String path) {
        List<String> before = lines(repository, from + "/" + path);
        List<String> after = lines(repository, to + "/" + path);
        // Nobody projects the tests, and cut into methods they would make the pages half as large again.
        int screen = path.startsWith("src/test/") ? Integer.MAX_VALUE : Hunk.SCREEN;
        return new FileDiff(path, !repository.isFile(from + "/" + path), Hunk.between(before, after, screen));
    }

    private static List<String> lines(Repository repository, String file) {
        return repository.isFile(file) ? repository.lines(file) : List.of();
    }

    Stream<FileDiff> all() {
        return Stream.concat(main.stream(), tests.stream());
    }
}
