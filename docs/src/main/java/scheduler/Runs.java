package scheduler;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs programs, one after the other, in a JVM that a debugger steers. The debugger stops it in
 * {@link #await}, says there which program is the next, and lets it go on.
 */
public final class Runs {
    /** The folder of the classes and the name of the class; the debugger sets both. */
    private static String folder;

    private static String main;

    private static Observer observer;
    private static String printed = "";

    private Runs() {}

    public static void main(String[] args) throws ReflectiveOperationException, MalformedURLException {
        PrintStream out = new PrintStream(new Printed(), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(out);
        Thread.currentThread().setName("runs");
        // The debugger wants to know when it is thrown, so it has to be there.
        Class.forName(InterruptedException.class.getName());
        Map<String, ClassLoader> loaders = new HashMap<>();
        while (true) {
            folder = null;
            await();
            if (folder == null) {
                // The debugger is gone, and all breakpoints with it.
                Runtime.getRuntime().halt(1);
            }
            if (!loaders.containsKey(folder)) {
                URL[] classes = {Path.of(folder).toUri().toURL()};
                loaders.put(folder, new URLClassLoader(classes));
            }
            start(loaders.get(folder).loadClass(main).getDeclaredMethod("main", String[].class));
        }
    }

    private static void await() {}

    /** The debugger calls this, and the next two, while the program's threads are stopped. */
    private static String name(Object object) {
        return observer.name(object);
    }

    private static String number(Object thread) {
        return String.valueOf(observer.number((Thread) thread));
    }

    private static String look() {
        return observer.look() + Observer.PRINTED + printed;
    }

    private static void start(Method program) {
        program.setAccessible(true);
        printed = "";
        ThreadGroup threads = new ThreadGroup("run");
        observer = new Observer(threads);
        new Thread(threads, () -> run(program), "main").start();
    }

    private static void run(Method program) {
        try {
            program.invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            System.out.println("main: " + e.getCause());
        }
    }

    /** Only one thread runs at a time. */
    private static final class Printed extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            printed += new String(bytes, from, length, StandardCharsets.UTF_8);
        }
    }
}
