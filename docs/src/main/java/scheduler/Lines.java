package scheduler;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ClassType;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a thread stops: at the beginning of each line, unless the line only jumps, or looks at
 * nothing but the thread's own local variables, which no other thread could notice. A constructor is
 * a part of the line that calls it.
 */
final class Lines {
    private static final int[] LENGTHS = lengths();
    private static final int TABLE_SWITCH = 0xaa;
    private static final int LOOKUP_SWITCH = 0xab;
    private static final int WIDE = 0xc4;
    private static final int IINC = 0x84;

    private Lines() {}

    static List<Location> stops(ReferenceType type) {
        List<Location> stops = new ArrayList<>();
        int header = isRecord(type) ? firstLine(type) : 0;
        for (Method method : type.methods()) {
            boolean hasCode = !method.isAbstract() && !method.isNative();
            if (hasCode && !method.isBridge() && !method.name().startsWith("<")) {
                stops.addAll(stops(method));
            }
        }
        // What the compiler adds to a record has the line of its header.
        stops.removeIf(stop -> stop.lineNumber() == header);
        return stops;
    }

    private static boolean isRecord(ReferenceType type) {
        ClassType parent = type instanceof ClassType c ? c.superclass() : null;
        return parent != null && parent.name().equals("java.lang.Record");
    }

    private static int firstLine(ReferenceType type) {
        try {
            return type.allLineLocations().stream()
                    .mapToInt(Location::lineNumber)
                    .min()
                    .orElse(0);
        } catch (AbsentInformationException e) {
            return 0;
        }
    }

    private static List<Location> stops(Method method) {
        List<Location> lines;
        try {
            lines = new ArrayList<>(method.allLineLocations());
        } catch (AbsentInformationException e) {
            return List.of();
        }
        lines.sort(Comparator.comparing(Location::codeIndex));
        byte[] code = method.bytecodes();
        List<Location> stops = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int from = (int) lines.get(i).codeIndex();
            int to = i + 1 < lines.size() ? (int) lines.get(i + 1).codeIndex() : code.length;
            if (touchesWhatIsShared(code, from, to)) {
                stops.add(lines.get(i));
            }
        }
        return stops;
    }

    private static boolean touchesWhatIsShared(byte[] code, int from, int to) {
        for (int i = from; i < to; i += length(code, i)) {
            int op = code[i] & 0xff;
            boolean isArrayAccess = 0x2e <= op && op <= 0x35 || 0x4f <= op && op <= 0x56;
            boolean isFieldOrCall = 0xb2 <= op && op <= 0xba;
            boolean isMonitor = op == 0xc2 || op == 0xc3;
            if (isArrayAccess || isFieldOrCall || isMonitor) {
                return true;
            }
        }
        return false;
    }

    /** The length of the instruction at an index (JVM specification, section 6.5). */
    private static int length(byte[] code, int index) {
        int op = code[index] & 0xff;
        int aligned = (index + 4) / 4 * 4;
        if (op == TABLE_SWITCH) {
            return aligned + 12 + 4 * (word(code, aligned + 8) - word(code, aligned + 4) + 1) - index;
        }
        if (op == LOOKUP_SWITCH) {
            return aligned + 8 + 8 * word(code, aligned + 4) - index;
        }
        if (op == WIDE) {
            return (code[index + 1] & 0xff) == IINC ? 6 : 4;
        }
        return LENGTHS[op];
    }

    private static int word(byte[] code, int index) {
        return ByteBuffer.wrap(code).getInt(index);
    }

    private static int[] lengths() {
        int[] lengths = new int[256];
        int[][] ranges = {
            {1, 0x00, 0xff}, {2, 0x10, 0x10}, {3, 0x11, 0x11}, {2, 0x12, 0x12}, {3, 0x13, 0x14},
            {2, 0x15, 0x19}, {2, 0x36, 0x3a}, {3, 0x84, 0x84}, {3, 0x99, 0xa8}, {2, 0xa9, 0xa9},
            {3, 0xb2, 0xb8}, {5, 0xb9, 0xba}, {3, 0xbb, 0xbb}, {2, 0xbc, 0xbc}, {3, 0xbd, 0xbd},
            {3, 0xc0, 0xc1}, {4, 0xc5, 0xc5}, {3, 0xc6, 0xc7}, {5, 0xc8, 0xc9},
        };
        for (int[] range : ranges) {
            for (int op = range[1]; op <= range[2]; op++) {
                lengths[op] = range[0];
            }
        }
        return lengths;
    }
}
