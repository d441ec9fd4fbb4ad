package tour;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The processes that the tour has started. Once closed, none is left and none can be added. */
final class Children implements Closeable {
    private final List<Process> processes = new ArrayList<>();
    private boolean isClosed;

    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (isClosed) {
            throw new IOException("The tour is over");
        }
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        processes.forEach(Process::destroyForcibly);
    }
}
