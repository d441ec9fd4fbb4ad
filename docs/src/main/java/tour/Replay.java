package tour;

import ground.Problem;
import ground.Recording;
import ground.Recording.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a tour has drawn, drawn again from its recording. */
public final class Replay {
    private static final Style STYLE = new Style(Style.WIDTH, true, false);

    private Replay() {}

    /**
     * The picture of a stage when its server had ended, with its heading.
     *
     * @throws Problem if the recording does not hold all clients of the stage
     */
    public static List<String> of(Recording recording, String stage) {
        Map<Integer, Request> requests = new TreeMap<>();
        for (Row row : recording.rows()) {
            if (row.text("stage").equals(stage)) {
                int number = (int) row.number("request");
                Event event = Event.valueOf(row.text("event").toUpperCase(Locale.ROOT));
                Request before = requests.getOrDefault(number, Request.of(number, row.text("page")));
                requests.put(number, before.with(event, (long) row.number("millis")));
            }
        }
        if (!requests.containsKey(Trial.CLIENTS)) {
            throw new Problem("The recording of the tour has no whole " + stage);
        }
        Options options = Options.parse(arguments(recording.command()));
        Frame frame = Frame.of(STYLE, stage, options.pause(), options.limit());
        // The last client comes as soon as the server has heeded the signal.
        OptionalLong signal = OptionalLong.of(requests.get(Trial.CLIENTS).start());
        List<String> lines = new ArrayList<>(frame.heading());
        lines.addAll(frame.picture(List.copyOf(requests.values()), signal.getAsLong(), signal));
        return lines;
    }

    private static String[] arguments(String command) {
        String options = command.substring(command.indexOf("tour.Tour") + "tour.Tour".length());
        return Stream.of(options.trim().split(" +"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
