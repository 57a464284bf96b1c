package ringside.core.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One fact in which two configurations differ.
 *
 * @param fact its name, with what it is a fact of where that is not a setting
 * @param here what the one says; empty where it says nothing
 * @param there what the other says
 */
public record Difference(String fact, String here, String there) {
    /** Their platforms first, then their settings, versions and machines; none if they say the same. */
    public static List<Difference> between(Configuration here, Configuration there) {
        var differences = new ArrayList<Difference>();
        add(differences, "platform", here.platform(), there.platform());
        add(differences, "", here.settings(), there.settings());
        add(differences, "version of ", here.versions(), there.versions());
        add(differences, "host", here.environment().name(), there.environment().name());
        add(
                differences,
                "host's ",
                here.environment().facts(),
                there.environment().facts());
        return differences;
    }

    private static void add(List<Difference> to, String prefix, Map<String, String> here, Map<String, String> there) {
        var keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        for (String key : keys) add(to, prefix + key, here.getOrDefault(key, ""), there.getOrDefault(key, ""));
    }

    private static void add(List<Difference> to, String fact, String here, String there) {
        if (!here.equals(there)) to.add(new Difference(fact, here, there));
    }
}
