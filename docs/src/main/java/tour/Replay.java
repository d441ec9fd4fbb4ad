package tour;

import ground.Problem;
import ground.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
        List<Request> requests = Request.all(recording, stage);
        if (requests.stream().noneMatch(request -> request.number() == Trial.CLIENTS)) {
            throw new Problem("The recording of the tour has no whole " + stage);
        }
        Options options = Options.parse(arguments(recording.command()));
        Frame frame = Frame.of(STYLE, stage, options.pause(), options.limit());
        // The last client comes as soon as the server has reacted to the signal.
        OptionalLong signal = OptionalLong.of(requests.get(requests.size() - 1).start());
        List<String> lines = new ArrayList<>(frame.heading());
        lines.addAll(frame.picture(requests, signal.getAsLong(), signal));
        return lines;
    }

    private static String[] arguments(String command) {
        String options = command.substring(command.indexOf("tour.Tour") + "tour.Tour".length());
        return Stream.of(options.trim().split(" +"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
