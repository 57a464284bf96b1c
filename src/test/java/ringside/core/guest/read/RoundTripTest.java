package ringside.core.guest.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.Guests;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;

/** What was written for a platform, read back, is the same guest but for the gaps that were stated. */
class RoundTripTest {
    private static final int GUESTS = 400;

    /**
     * No setting of the machine: how its files come to be, which a configuration leaves to the commands beside it, and
     * which platforms it is for.
     */
    private static final Pattern BESIDE = Pattern.compile(
            "disks\\[\\d+]\\.(size|preallocated)|cdroms\\[\\d+]\\.seed.*|platforms\\..*|machine\\.firmware\\.(code|variables)");

    static Stream<Target> targets() {
        return Arrays.stream(Language.values())
                .filter(language -> language != Language.VIRT_INSTALL && language != Language.VBOXMANAGE)
                .flatMap(language -> language.platforms().stream().map(platform -> new Target(language, platform)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void readsBackWhatWasWrittenForAnyGuest(Target target) {
        var failures = new LinkedHashSet<String>();
        for (long seed = 0; seed < GUESTS; seed++) {
            Guest guest = seed % 2 == 0 ? Guests.plain(seed) : Guests.hostile(seed);
            failures.addAll(differences(guest, target, seed));
            if (failures.size() > 20) break;
        }
        assertEquals(Set.of(), failures);
    }

    /** Told for another field: a disk that the platform cannot read is a copy beside it, a CD-ROM may become a disk. */
    private static boolean copied(
            String field, Map<String, String> before, Map<String, String> after, Rendering rendering) {
        if (field.endsWith("].path") && field.startsWith("disks"))
            if ((before.get(field) + ".qcow2").equals(after.get(field)))
                return isTold(field.replace(".path", ".format"), rendering);
        boolean added = field.startsWith("disks[") && !before.containsKey(field.replaceFirst("].*", "].path"));
        return added && isTold("cdroms[0]", rendering) || field.startsWith("cdroms") && isTold("cdroms[0]", rendering);
    }

    private static boolean isTold(String field, Rendering rendering) {
        return rendering.gaps().stream().anyMatch(gap -> gap.concerns(field));
    }

    private static List<String> differences(Guest guest, Target target, long seed) {
        Rendering rendering = Rendering.of(guest, target);
        Reading reading;
        try {
            reading = Readers.read("seed " + seed, rendering.text(), "/srv");
        } catch (RuntimeException e) {
            return List.of(target.platform() + " seed " + seed + ": " + e + "\n" + rendering.text());
        }
        Map<String, String> before = Fields.flat(guest);
        Map<String, String> after = Fields.flat(reading.guest());
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<String> differences = new ArrayList<>();
        for (String field : fields) {
            boolean same = String.valueOf(before.get(field)).equals(String.valueOf(after.get(field)));
            boolean told = rendering.gaps().stream().anyMatch(gap -> gap.concerns(field))
                    || copied(field, before, after, rendering);
            boolean asked =
                    !field.equals("boot.order[0]") || before.containsKey(field); // else the platform's own holds
            if (!same && !told && asked && !BESIDE.matcher(field).matches())
                differences.add(target.platform() + " seed " + seed + " " + field + ": " + before.get(field)
                        + " became " + after.get(field));
        }
        boolean whole = !rendering.gaps().isEmpty()
                || reading.notUnderstood().stream().allMatch(each -> each.text().startsWith("UEFI "));
        if (!whole)
            differences.add(target.platform() + " seed " + seed + " not understood: " + reading.notUnderstood());
        return differences;
    }
}
