package scheduler;

import java.util.ArrayList;
import java.util.List;

/** What the observer in the program's JVM has seen. */
record Look(List<Seen> threads, State.Shared shared, String printed) {
    record Seen(String name, Thread.State state, String waitsFor) {}

    static Look read(String text) {
        List<Seen> threads = new ArrayList<>();
        List<String> channel = new ArrayList<>();
        List<State.Task> jobs = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        int end = text.indexOf(Observer.PRINTED);
        for (String line : text.substring(0, end).split(Observer.LINE)) {
            String[] cells = line.split(Observer.CELL, -1);
            switch (cells[0]) {
                case "thread" -> threads.add(new Seen(cells[1], Thread.State.valueOf(cells[2]), cells[3]));
                case "message" -> channel.add(cells[1]);
                case "job" ->
                    jobs.add(new State.Task(
                            Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Boolean.parseBoolean(cells[3])));
                case "field" -> fields.add(cells[1]);
                default -> hidden.add(line);
            }
        }
        String printed = text.substring(end + Observer.PRINTED.length());
        State.Shared shared = new State.Shared(channel, List.of(), jobs, fields, String.join(";", hidden));
        return new Look(threads, shared, printed);
    }

    State.Shared shared(List<String> locks) {
        return new State.Shared(shared.channel(), locks, shared.jobs(), shared.fields(), shared.hidden());
    }
}
