package ringside.core.guest.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.guest.fair.Fairness;
import ringside.core.guest.fair.Finding;
import ringside.core.guest.fair.Subject;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;

/** The presets, each sealed by golden files for all targets; {@code -Dgolden=write} writes them anew. */
class PresetTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/guest");

    static List<Preset> presets() {
        return Preset.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyTargetWritesWhatItsGoldenFileSays(Preset preset) throws IOException {
        for (Language language : Language.values()) {
            Rendering rendering = Rendering.of(preset.guest(), Target.of(language, preset.guest()));
            var text = new StringBuilder(rendering.text());
            for (Gap gap : rendering.gaps()) text.append("gap: ").append(gap).append('\n');
            Path file = GOLDEN.resolve(preset.id() + "." + language.word() + ".txt");
            if ("write".equals(System.getProperty("golden"))) Files.writeString(file, text);
            else assertEquals(Files.readString(file), text.toString(), file::toString);
        }
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        Set<String> wanted = new HashSet<>();
        for (Preset preset : Preset.all())
            for (Language language : Language.values()) wanted.add(preset.id() + "." + language.word() + ".txt");
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(
                    wanted, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void noTargetOfAPresetRefusesIt(Preset preset) {
        for (Target target : Target.chosen(preset.guest()))
            assertTrue(
                    Rendering.of(preset.guest(), target).gaps().stream()
                            .noneMatch(gap -> gap.kind() == Gap.Kind.REFUSED),
                    target::toString);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetIsWrittenAndReadAsItIs(Preset preset) {
        assertEquals(preset.guest(), GuestFile.read(preset.id(), GuestFile.write(preset.guest())));
        assertTrue(preset.guest().name().equals(preset.id()), preset::id);
    }

    /** What no configuration can make equal is all that is left. */
    @Test
    void equalEverywhereDiffersOnlyWhereThePlatformsDo() {
        List<Subject> subjects = Subject.of(List.of(Preset.of("equal").guest()));
        assertEquals(
                List.of(
                        "How instructions run",
                        "Sockets, cores and threads",
                        "CPU model",
                        "Pages of the host",
                        "Firmware",
                        "Disk format",
                        "Kind of disk",
                        "Kind of network card"),
                Fairness.findings(subjects).stream().map(Finding::title).toList());
    }
}
