package scheduler;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Reads fields, private ones too, and calls nothing that might wait. */
final class Fields {
    private static final ClassValue<List<Field>> DECLARED = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return declared(type);
        }
    };

    private Fields() {}

    static Object get(Object object, String name) {
        return get(object, find(object.getClass(), name));
    }

    static Object get(Object object, Field field) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of a class or of one that it extends; null if there is none. */
    static Field find(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : DECLARED.get(c)) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** The fields of an object that its own class declares. */
    static List<Field> of(Object object) {
        return DECLARED.get(object.getClass());
    }

    static boolean isFinal(Field field) {
        return Modifier.isFinal(field.getModifiers());
    }

    private static List<Field> declared(Class<?> type) {
        List<Field> fields = new ArrayList<>(List.of(type.getDeclaredFields()));
        fields.removeIf(field -> Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible());
        return List.copyOf(fields);
    }
}
