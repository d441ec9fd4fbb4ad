package scheduler;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Reads fields, private ones too, and calls nothing that might wait. */
final class Fields {
    private Fields() {}

    static Object get(Object object, String name) {
        return get(object, find(object.getClass(), name));
    }

    static Object get(Object object, Field field) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of a class or of one that it extends; null if there is none. */
    static Field find(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                return c.getDeclaredField(name);
            } catch (NoSuchFieldException e) {
                // Perhaps the next one has it.
            }
        }
        return null;
    }

    /** The fields of an object that its own class declares. */
    static List<Field> of(Object object) {
        List<Field> fields = new ArrayList<>(List.of(object.getClass().getDeclaredFields()));
        fields.removeIf(field -> Modifier.isStatic(field.getModifiers()));
        return fields;
    }

    static boolean isFinal(Field field) {
        return Modifier.isFinal(field.getModifiers());
    }
}
