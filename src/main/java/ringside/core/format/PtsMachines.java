package ringside.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ringside.core.format.Intake.Machine;

/** The systems of a Phoronix Test Suite result by their names; of one name there may be several. */
final class PtsMachines {
    private static final int MOST = 50_000;

    private final Map<String, List<Machine>> named = new HashMap<>();
    private final Consumer<String> warn;

    /** @param warn told what is odd about them */
    PtsMachines(Consumer<String> warn) {
        this.warn = warn;
    }

    /** @param texts the children of its element that are plain texts, by name */
    Machine add(Map<String, String> texts) {
        String name = name(texts.getOrDefault("Identifier", ""));
        List<Machine> same = named.computeIfAbsent(name, n -> new ArrayList<>());
        if (named.size() > MOST || same.size() >= MOST) throw tooMany();
        String label = same.isEmpty() ? name : name + " (" + (same.size() + 1) + ")";
        if (!same.isEmpty()) warn.accept("more than one system is named " + name + "; this one is " + label);
        Machine machine = PtsSystem.machine(label, texts);
        same.add(machine);
        return machine;
    }

    /** @param before how many entries of the name the result had already: the second one is the second system's */
    Machine of(String identifier, int before) {
        List<Machine> same = named.computeIfAbsent(identifier, name -> {
            if (named.size() >= MOST) throw tooMany();
            warn.accept("the file does not describe the system " + name);
            return List.of(PtsSystem.machine(name, Map.of()));
        });
        return same.get(Math.min(before, same.size() - 1));
    }

    static String name(String identifier) {
        String name = SoundText.name(PtsResult.plain(identifier));
        if (name.isBlank()) return "not named";
        return name.length() > 200 ? name.substring(0, 200) + "…" : name;
    }

    private static PtsXml.Hostile tooMany() {
        return new PtsXml.Hostile("more than " + MOST + " systems");
    }
}
