package ground;

import java.util.List;

/**
 * A step between two stages: a folder {@code docs/steps/CHAPTER/STEP} with the files that differ
 * from the stage before the chapter's, or from the stage that its file {@code base} names.
 */
public record Step(String folder, String base) {
    public static Step of(Repository repository, String folder) {
        String[] names = folder.split("/");
        List<String> files = repository.list(folder);
        if (names.length != 4 || files.isEmpty()) {
            throw new Problem(folder + ": there is no such step; its name is docs/steps/CHAPTER/STEP");
        }
        List<String> stages = repository.stages();
        String base;
        if (files.contains("base")) {
            base = repository.read(folder + "/base").strip();
        } else {
            base = stages.get(Math.max(0, stages.indexOf(names[2]) - 1));
        }
        if (!stages.contains(base)) {
            throw new Problem(folder + "/base: there is no stage " + base);
        }
        return new Step(folder, base);
    }

    /** The stage with the step's files over it. */
    public static Sources copy(Repository repository, String folder) {
        return Sources.of(repository, of(repository, folder).base).with(folder);
    }

    public static List<String> folders(Repository repository) {
        return repository.list("docs/steps").stream()
                .map(chapter -> "docs/steps/" + chapter)
                .flatMap(chapter -> repository.list(chapter).stream().map(step -> chapter + "/" + step))
                .toList();
    }
}
