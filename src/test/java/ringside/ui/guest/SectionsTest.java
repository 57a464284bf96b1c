package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ringside.core.guest.Guest;
import ringside.core.guest.Shape;

class SectionsTest {
    @Test
    void everySettingOfAGuestHasAFieldAndEveryFieldIsASetting() {
        Set<String> fields = new TreeSet<>(List.of(PlatformsPiece.PATH)); // has a part of its own
        for (Section section : Sections.all()) {
            section.usual().forEach(setting -> fields.add(section.path(setting)));
            section.more().forEach(setting -> fields.add(section.path(setting)));
        }
        Set<String> settings = new TreeSet<>();
        collect("", Shape.of(Guest.class), settings);

        assertEquals(settings, fields);
    }

    @Test
    void everyFieldSaysWhyItsDefaultIsWhatItIs() {
        for (Section section : Sections.all()) {
            var all = new ArrayList<>(section.usual());
            all.addAll(section.more());
            for (Setting setting : all) {
                assertFalse(setting.label().isBlank(), setting::path);
                assertTrue(setting.why().endsWith("."), setting::path);
                assertEquals(section.step(), Step.of(section.path(setting)), setting::path);
            }
        }
    }

    @Test
    void whatAWordMeansIsSaidOfWordsThatCanBeChosen() {
        for (Section section : Sections.all())
            for (Setting setting : section.usual()) {
                Spot spot = Spot.of(section.path(setting));
                long glossed = spot.choices().stream()
                        .filter(word -> !Sections.gloss(spot.path(), word).isEmpty())
                        .count();
                assertTrue(glossed == 0 || glossed >= Math.min(3, spot.choices().size()) || spot.isOpen(), spot::path);
            }
    }

    @Test
    void pathsAreCalledByTheNamesOfTheirFields() {
        assertEquals("Host cache", Sections.label("disks[0].cache").replace("Disk 1, ", ""));
        assertEquals("Disk 2, Format", Sections.label("disks[1].format"));
        assertEquals("Forwarded port 1, Port of the host", Sections.label("nics[0].network.forwards[0].host-port"));
        assertEquals("NUMA nodes", Sections.label("numa"));
        assertEquals("vCPUs", Sections.label("cpu.vcpus"));
    }

    private static void collect(String path, Shape shape, Set<String> settings) {
        switch (shape) {
            case Shape.Word word -> settings.add(path);
            case Shape.Maybe(Shape of) -> collect(path, of, settings);
            case Shape.Many(Shape.Word word) -> settings.add(path);
            case Shape.Many(Shape of) -> collect(path + "[]", of, settings);
            case Shape.OneOf(var kinds) -> {
                settings.add(path);
                kinds.values().forEach(parts -> collect(path, parts, settings));
            }
            case Shape.Parts parts ->
                parts.parts().forEach(part -> collect(Form.inside(path, part.key()), part.shape(), settings));
        }
    }
}
