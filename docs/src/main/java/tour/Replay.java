package tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import proofs.Refusal;

/** What a tour has drawn, drawn again from its recording. */
public final class Replay {
    private static final Style STYLE = new Style(Style.WIDTH, true, false);

    private Replay() {}

    /**
     * The picture of a stage when its server had ended, with its heading.
     *
     * @throws Refusal if the recording does not hold all clients of the stage
     */
    public static List<String> of(List<String> recording, String stage) {
        Map<Integer, Request> requests = new TreeMap<>();
        for (String row : recording) {
            String[] values = row.split(",");
            if (values[0].equals(stage)) {
                int number = Integer.parseInt(values[1]);
                Event event = Event.valueOf(values[3].toUpperCase(Locale.ROOT));
                Request before = requests.getOrDefault(number, Request.of(number, values[2]));
                requests.put(number, before.with(event, Long.parseLong(values[4])));
            }
        }
        if (!requests.containsKey(Trial.CLIENTS)) {
            throw new Refusal("The recording of the tour has no whole " + stage);
        }
        Options options = Options.parse(arguments(recording.get(0)));
        Frame frame = Frame.of(STYLE, stage, options.pause(), options.limit());
        // The last client comes as soon as the server has heeded the signal.
        OptionalLong signal = OptionalLong.of(requests.get(Trial.CLIENTS).start());
        List<String> lines = new ArrayList<>(frame.heading());
        lines.addAll(frame.picture(List.copyOf(requests.values()), signal.getAsLong(), signal));
        return lines;
    }

    /** A recording begins with a comment that ends with the command. */
    private static String[] arguments(String comment) {
        String command = comment.substring(comment.indexOf("tour.Tour") + "tour.Tour".length());
        return Stream.of(command.trim().split(" +"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
