package ringside.ui.guest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Guest;
import ringside.core.guest.MachineType;
import ringside.core.guest.Shape;
import ringside.core.guest.Words;

/**
 * A place in the guest's file where something can be set, whichever entry of a list it is in.
 *
 * @param path with {@code []} for any entry: {@code disks[].cache}
 * @param part what stands there
 * @param isWithinOptional whether it is a key of a part that need not be there, as of a topology
 */
record Spot(String path, Shape.Part part, boolean isWithinOptional) {
    private static final Map<String, Spot> KNOWN = new ConcurrentHashMap<>();
    private static final List<String> CPU_MODELS =
            List.of("host", "maximum", "baseline", "Haswell-noTSX", "Skylake-Client-noTSX-IBRS", "EPYC", "Nehalem");

    static Spot of(String path) {
        return KNOWN.computeIfAbsent(path.replaceAll("\\[\\d+]", "[]"), Spot::find);
    }

    private static Spot find(String path) {
        Shape shape = Shape.of(Guest.class);
        Shape.Part part = null;
        boolean within = false;
        for (String key : path.replace("[]", "").split("\\.")) {
            within = shape instanceof Shape.Maybe;
            part = part(shape, key);
            if (part == null) throw new IllegalArgumentException("a guest has no " + path);
            shape = part.shape();
        }
        if (part == null) throw new IllegalArgumentException("a guest has no " + path);
        return new Spot(path, part, within);
    }

    /** A key of a record, or of any of the kinds there. */
    private static Shape.@Nullable Part part(Shape shape, String key) {
        return switch (shape) {
            case Shape.Word word -> null;
            case Shape.Maybe(Shape of) -> part(of, key);
            case Shape.Many(Shape of) -> part(of, key);
            case Shape.Parts parts -> parts.part(key);
            case Shape.OneOf(var kinds) -> {
                for (Shape.Parts parts : kinds.values()) {
                    Shape.Part found = parts.part(key);
                    if (found != null) yield found;
                }
                yield null;
            }
        };
    }

    /** The text of what holds if nothing is said; empty if that is nothing, or depends on what is said beside it. */
    String fallback() {
        if (isWithinOptional) return "";
        return part.or().equals("\"\"") ? "" : part.or();
    }

    boolean isOptional() {
        return part.shape() instanceof Shape.Maybe;
    }

    boolean isTruth() {
        return type() == boolean.class;
    }

    boolean isNumber() {
        return type() == int.class || type() == Integer.class;
    }

    /** Whether other words than {@link #choices} are allowed. */
    boolean isOpen() {
        return type() == CpuModel.class || type() == MachineType.class || path.equals("boot.order");
    }

    /** The words to choose from; none where anything can be written. */
    List<String> choices() {
        if (path.equals("boot.order")) return List.of("disk", "cdrom, disk", "disk, network", "network, disk");
        if (type() == CpuModel.class) return CPU_MODELS;
        if (type() == MachineType.class) return List.of("q35", "pc");
        if (type() == Boolean.class) return List.of("", "true", "false");
        if (part.shape() instanceof Shape.OneOf(var kinds)) return List.copyOf(kinds.keySet());
        var words = new ArrayList<String>();
        Object[] constants = type().getEnumConstants();
        if (constants != null && !(part.shape() instanceof Shape.Many))
            for (Object constant : constants) words.add(Words.of((Enum<?>) constant));
        return words;
    }

    /** Whether the kinds there have such a key: with a display of kind none there is no port. */
    static boolean isThere(Form form, String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0) return true;
        String owner = path.substring(0, dot);
        Shape shape = owner.endsWith("]") ? null : of(owner).part().shape();
        if (shape instanceof Shape.OneOf(var kinds)) {
            Shape.Parts parts = kinds.get(form.text(owner));
            return parts != null && parts.part(path.substring(dot + 1).replace("[]", "")) != null;
        }
        return isThere(form, owner);
    }

    private Class<?> type() {
        Type type = part.component().getGenericType();
        if (type instanceof ParameterizedType generic) type = generic.getActualTypeArguments()[0];
        return (Class<?>) type;
    }
}
