package ringside.core.figure;

import java.util.Map;

/** Parameters as people read them. */
final class Words {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("n", "N"),
            Map.entry("nb", "NB"),
            Map.entry("p", "P"),
            Map.entry("q", "Q"),
            Map.entry("cores", "cores"),
            Map.entry("size_kb", "size KB"),
            Map.entry("size_bytes", "size bytes"),
            Map.entry("file_kb", "file KB"),
            Map.entry("record_kb", "record KB"),
            Map.entry("array_bytes", "array bytes"),
            Map.entry("stride_bytes", "stride bytes"),
            Map.entry("vector_bytes", "vector bytes"));

    private Words() {}

    /** {@code record KB 64}; values that explain themselves stand alone. */
    static String parameter(String key, String value) {
        if (value.isEmpty()) return NAMES.getOrDefault(key, key.replace('_', ' ')) + " not stated";
        return switch (key) {
            case "operation", "variant", "rw", "test" -> value;
            case "disk" -> "disk " + value;
            case "cores" -> value.equals("1") ? "1 core" : value + " cores";
            case "processes" -> value.equals("1") ? "1 process" : value + " processes";
            default -> NAMES.getOrDefault(key, key.replace('_', ' ')) + " " + value;
        };
    }
}
