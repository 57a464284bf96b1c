package ringside.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final PaletteModel model = new PaletteModel();

    @Test
    void withoutWordsEverythingStandsInItsOrder() {
        model.open(List.of(entry("Page", "Start", ""), entry("Page", "Library", "")));

        assertEquals(List.of("Start", "Library"), titles());
    }

    @Test
    void titlesThatBeginWithTheWordComeFirst() {
        model.open(List.of(
                entry("Set", "felter-2014", "KVM and Docker"),
                entry("Figure", "5.1 KVM with one core", ""),
                entry("Set", "old kvm runs", ""),
                entry("Set", "kvm-2020", ""),
                entry("Page", "Library", "")));

        model.queryProperty().set("kvm");

        assertEquals(List.of("kvm-2020", "5.1 KVM with one core", "old kvm runs", "felter-2014"), titles());
    }

    @Test
    void everyWordHasToBeFoundSomewhere() {
        model.open(List.of(entry("Figure", "5.20 IOzone read", "Disk"), entry("Figure", "5.24 IOzone write", "Disk")));

        model.queryProperty().set("  disk  READ ");

        assertEquals(List.of("5.20 IOzone read"), titles());
    }

    @Test
    void initialsFindATitle() {
        model.open(List.of(entry("Command", "Import a folder", ""), entry("Command", "Quit", "")));

        model.queryProperty().set("iaf");

        assertEquals(List.of("Import a folder"), titles());
    }

    @Test
    void whatComesLaterIsSearchedForTheSameWords() {
        model.open(List.of(entry("Page", "Library", "")));
        model.queryProperty().set("hayden");

        model.add(List.of(entry("Set", "hayden-2014", ""), entry("Set", "felter-2014", "")));

        assertEquals(List.of("hayden-2014"), titles());
    }

    @Test
    void openingAgainForgetsTheWords() {
        model.open(List.of(entry("Page", "Library", "")));
        model.queryProperty().set("nothing of the kind");

        model.open(List.of(entry("Page", "Start", "")));

        assertEquals(List.of("Start"), titles());
    }

    private List<String> titles() {
        return model.matches().stream().map(PaletteModel.Entry::title).toList();
    }

    private static PaletteModel.Entry entry(String kind, String title, String detail) {
        return new PaletteModel.Entry(kind, title, detail, "", () -> {});
    }
}
