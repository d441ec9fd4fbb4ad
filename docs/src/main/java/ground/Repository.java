package ground;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The folder that holds the stages and the text. All names are relative to it, with slashes. It lists
 * the files that git tracks; without git, those that are named like ours.
 */
public record Repository(Path root) {
    private static final Pattern STAGE = Pattern.compile("<module>\\s*(stage\\d\\d-[^<\\s]+)\\s*</module>");
    private static final Pattern FOLDER = Pattern.compile("(?!(target|out|mine.*|attempts)$)[\\w-]+");
    private static final Pattern SOURCE = Pattern.compile("\\w+\\.(java|html)");
    private static final Pattern FILE =
            Pattern.compile("base|[\\w-]+\\.(css|csv|diff|html|java|js|json|md|svg|txt|xml)");
    private static final Map<Path, NavigableSet<String>> TRACKED = new ConcurrentHashMap<>();

    /** The repository that the working directory is in. */
    public static Repository find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Repository repository = new Repository(folder);
            if (Files.exists(folder.resolve("pom.xml")) && !repository.stages().isEmpty()) {
                return repository;
            }
            folder = folder.getParent();
        }
        throw new Problem("No pom.xml here or above names stages as modules; run this in the repository");
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    /** Whether it is a file that would be listed. */
    public boolean isFile(String name) {
        return tree(name.replaceFirst("[^/]*$", "")).contains(name.replaceFirst(".*/", ""));
    }

    /** @throws Problem if it cannot be read */
    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (CharacterCodingException e) {
            throw new Problem(name + ": this is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new Problem(name + ": this cannot be read, " + e);
        }
    }

    public List<String> lines(String name) {
        return read(name).lines().toList();
    }

    /** The stages' folders, in order: the modules of the parent's pom. */
    public List<String> stages() {
        String pom = read("pom.xml").replaceAll("(?s)<!--.*?-->", "");
        return STAGE.matcher(pom).results().map(result -> result.group(1)).toList();
    }

    /** @throws Problem if no stage has this number of two digits */
    public String stage(String number) {
        List<String> stages = stages();
        return stages.stream()
                .filter(stage -> number(stage).equals(number))
                .findFirst()
                .orElseThrow(() -> new Problem("There is no stage " + number + "; there are " + stages));
    }

    /** The last stage. */
    public String lastStage() {
        List<String> stages = stages();
        return stages.get(stages.size() - 1);
    }

    /**
     * A stage's classes, as {@code mvn compile} leaves them.
     *
     * @throws Problem if it has not
     */
    public Path classes(String stage) {
        Path classes = path(stage + "/target/classes");
        if (!Files.exists(classes.resolve("hello/Main.class"))) {
            throw new Problem(stage + " is not compiled; run `mvn -q compile` first");
        }
        return classes;
    }

    /** The two digits in the name of a stage. */
    public static String number(String stage) {
        return stage.substring("stage".length(), "stage".length() + 2);
    }

    /** The names of what is in a folder, sorted; none if there is no such folder. */
    public List<String> list(String folder) {
        return tree(folder).stream()
                .map(file -> file.replaceFirst("/.*", ""))
                .distinct()
                .toList();
    }

    /** The names of the files in a folder that end so, without that ending, sorted. */
    public List<String> names(String folder, String ending) {
        return tree(folder).stream()
                .filter(name -> name.endsWith(ending) && !name.contains("/"))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
    }

    /** All files below a folder, by their names relative to it, sorted. */
    public List<String> tree(String folder) {
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        NavigableSet<String> tracked =
                Files.exists(path(".git")) ? TRACKED.computeIfAbsent(root, Repository::tracked) : new TreeSet<>();
        if (tracked.isEmpty()) {
            List<String> files = new ArrayList<>();
            collect(prefix, "", files);
            return files.stream().sorted().toList();
        }
        return tracked.tailSet(prefix).stream()
                .takeWhile(file -> file.startsWith(prefix))
                .filter(file -> Files.isRegularFile(path(file)))
                .map(file -> file.substring(prefix.length()))
                .toList();
    }

    private void collect(String top, String below, List<String> files) {
        Pattern ours = (top + below).matches(".*/src/\\w+/(java|resources)/.*") ? SOURCE : FILE;
        for (String name : names(path(top + below))) {
            Path path = path(top + below + name);
            if (ours.matcher(name).matches() && Files.isRegularFile(path)) {
                files.add(below + name);
            } else if (FOLDER.matcher(name).matches() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                collect(top, below + name + "/", files);
            }
        }
    }

    /** The Java sources in a folder, tracked or not, without what an editor leaves behind. */
    public static List<String> sources(Path folder) {
        return names(folder).stream()
                .filter(name -> name.endsWith(".java"))
                .filter(name -> SourceVersion.isIdentifier(name.substring(0, name.length() - ".java".length())))
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Stream.of(names).sorted().toList();
    }

    /** None if there is no git, or if it does not say. */
    private static NavigableSet<String> tracked(Path root) {
        ProcessBuilder builder = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z");
        Program.isolate(builder.environment());
        builder.directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process git = builder.start();
            String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return files.isEmpty() ? Collections.emptyNavigableSet() : new TreeSet<>(List.of(files.split("\0")));
        } catch (IOException e) {
            return Collections.emptyNavigableSet();
        }
    }
}
