package scheduler;

import ground.Repository;
import ground.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a level in the terminal: whoever sits there says which thread goes next. */
public final class Play {
    static final String USAGE = "Usage: java -cp docs/target/classes scheduler.Play [--attempt NAME] [LEVEL]";
    private static final String KEYS = "A number and Enter: that thread goes to its next line; "
            + "[1] can move, 1 cannot. u: undo, r: restart, h: hint, t: task, q: quit.";

    private final Repository repository;
    private final BufferedReader in;
    private final PrintStream out;

    Play(Repository repository, BufferedReader in, PrintStream out) {
        this.repository = repository;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Start.run((repository, workshop) -> new Play(repository, in, System.out).run(workshop, args));
    }

    /** Returns the exit status: 0 if all is well, 1 if the program cannot be played, 2 for wrong arguments. */
    int run(Workshop workshop, String... args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        Optional<String> attempt = Optional.empty();
        int option = words.indexOf("--attempt");
        if (option >= 0 && option + 1 < words.size()) {
            attempt = Optional.of(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        boolean isWrong = words.stream().anyMatch(word -> word.isBlank() || word.startsWith("-"));
        if (words.size() > 1 || isWrong) {
            return refuse(USAGE);
        }
        Optional<Level> level = words.isEmpty() ? Optional.empty() : Level.find(repository, words.get(0));
        if (level.isEmpty() && !words.isEmpty()) {
            return refuse("There is no level " + words.get(0) + "; without a name, the levels are listed.");
        }
        if (attempt.isPresent() && !Level.hasAttempt(repository, attempt.get())) {
            return refuse(whyNoAttempt(attempt.get()));
        }
        if (level.isEmpty()) {
            list(attempt);
            return 0;
        }
        Compiled program = attempt.isPresent()
                ? level.get().compileAttempt(workshop, attempt.get())
                : level.get().compile(workshop);
        Optional<Schedule> schedule =
                attempt.isPresent() ? Optional.empty() : Optional.of(Schedule.read(repository, level.get()));
        play(level.get(), new Game(level.get(), workshop, program, schedule));
        return 0;
    }

    private String whyNoAttempt(String name) {
        List<String> exercises = repository.list("docs/exercises").stream()
                .filter(folder -> folder.matches("\\d\\d-.+"))
                .map(folder -> folder.substring(3))
                .toList();
        return exercises.contains(name)
                ? "There is no attempt in " + Level.attempt(name) + "; begin the exercise first: "
                        + "mvn -q -pl docs compile exec:java@exercise -Dexercise=" + name
                : "There is no exercise " + name + "; there are " + String.join(", ", exercises) + ".";
    }

    private int refuse(String why) {
        out.println(why);
        return 2;
    }

    private void list(Optional<String> attempt) {
        for (Level level : Level.all(repository)) {
            out.printf("%-34s %s%n", level.name(), level.text("title"));
        }
        String option = attempt.map(name -> "--attempt " + name + " ").orElse("");
        out.println(
                "To play one: java -cp docs/target/classes scheduler.Play " + option + "LEVEL (its number will do)");
    }

    private void play(Level level, Game game) throws IOException {
        out.println(level.text("title"));
        out.println(Level.wrap(level.text("task")));
        out.println(Level.wrap(KEYS));
        Comments comments = new Comments(level, game);
        show(game, comments);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = line.strip();
            if (answer.equals("q")) {
                return;
            }
            answer(level, game, comments, answer);
        }
        out.println();
    }

    private void answer(Level level, Game game, Comments comments, String answer) throws IOException {
        switch (answer) {
            case "u" -> {
                if (!game.undo()) {
                    prompt("There is nothing to undo.");
                    return;
                }
            }
            case "r" -> {
                game.restart();
                comments.restart();
            }
            case "h" -> {
                prompt(comments.hint());
                return;
            }
            case "t" -> {
                prompt(Level.wrap(level.text("task")));
                return;
            }
            default -> {
                List<State.Position> threads = game.state().positions();
                int number = answer.matches("\\d{1,3}") ? Integer.parseInt(answer) : 0;
                if (number < 1 || number > threads.size()) {
                    prompt("That is not one of the keys. " + KEYS);
                    return;
                }
                State.Position thread = threads.get(number - 1);
                if (thread.status() != State.Status.READY) {
                    prompt(comments.refusal(thread));
                    return;
                }
                game.move(number - 1);
            }
        }
        show(game, comments);
    }

    private void show(Game game, Comments comments) {
        Board.draw(game).forEach(out::println);
        List<String> lines = comments.afterMove();
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(out::println);
        }
        prompt("");
    }

    private void prompt(String text) {
        out.print(text.isEmpty() ? "> " : text + System.lineSeparator() + "> ");
        out.flush();
    }
}
