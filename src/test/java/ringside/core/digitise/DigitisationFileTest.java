package ringside.core.digitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.RingsideException;
import ringside.core.figure.Figures;
import ringside.core.format.Content;
import ringside.core.format.Intake;
import ringside.core.format.Whereabouts;
import ringside.core.result.Citation;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;

class DigitisationFileTest {
    private static final Digitisation FIGURE = new Digitisation(
            Optional.of("thesis figures"),
            new Digitisation.Source("a \"thesis\".pdf", "0".repeat(64), 57, true, 300, "Figure 12"),
            "5.16",
            new Subject.Said("", "", "", "", "", Parameters.of("cores", 2)),
            Map.of("Xen, PV", "xen-pv"),
            new Citation("Nobody: Nothing. Nowhere 2013", "https://example.org/#x"),
            "CC0",
            new Calibration(
                    new Axis(new Scale.Log(1024, 1 << 20), new Place(50.123457, 250), new Place(450, 250), 0.005),
                    new Axis(new Scale.Linear(0, 1e4), new Place(50, 250), new Place(50, 50), 0.12)),
            Optional.of(new Area(50, 50, 450, 250)),
            List.of(new Area(300, 60, 440, 90)),
            List.of("1024", "2048"),
            List.of(
                    Series.of("KVM", Colour.of("#1f77b4"), Series.Method.LINE)
                            .on(Optional.of("kvm"))
                            .with(Parameters.of("disk", "raw"))
                            .tolerating(0.1)
                            .with(List.of(
                                    new Mark.Seen(new Place(50.5, 100.25), 0.25, "1024"),
                                    new Mark.Seen(new Place(90.5, 99), 0.25, ""))),
                    new Series(
                            "Xen PV",
                            Optional.empty(),
                            Parameters.NONE,
                            Optional.empty(),
                            Series.Method.VALUES,
                            Series.USUAL_TOLERANCE,
                            List.of(new Mark.Printed("2048", "12.50")),
                            List.of(new Doubt("1 shape was left out: a \"legend\"")))));

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgain() {
        Path file = folder.resolve("figure.yaml");
        DigitisationFile.save(FIGURE, file);
        assertEquals(FIGURE, DigitisationFile.read(file));
    }

    /** A part of a stacked bar: from 2,500 to 7,500. */
    @Test
    void whatLiesBetweenTwoPlacesIsWrittenAndReadAgain() {
        var part = new Mark.Seen(new Place(90.5, 100), 0.25, "2048", Optional.of(new Place(90.5, 200)));
        Digitisation figure = FIGURE.with(0, FIGURE.series().getFirst().with(List.of(part)));
        Path file = folder.resolve("figure.yaml");
        DigitisationFile.save(figure, file);
        assertEquals(figure, DigitisationFile.read(file));
        Uncertain value = figure.values().getFirst().y();
        assertEquals(5000, value.value(), 1e-9);
        assertEquals(50 * Math.sqrt(2) * Math.hypot(0.25, 0.12 / 2), value.uncertainty(), 1e-9);
    }

    @Test
    void whatIsTooLongToBeReadAgainIsNotWritten() {
        Path file = folder.resolve("figure.yaml");
        Series line = FIGURE.series().getFirst();
        var many = new ArrayList<Series>();
        for (int i = 0; i < 2; i++)
            many.add(line.named("KVM " + i)
                    .with(Collections.nCopies(5_000, line.marks().getFirst())));
        DigitisationFile.save(FIGURE.with(many), file);
        assertEquals(many, DigitisationFile.read(file).series());

        for (int i = 2; i < 20; i++) many.add(many.getFirst().named("KVM " + i));
        Digitisation whole = FIGURE.with(many);
        var refused = assertThrows(RingsideException.class, () -> DigitisationFile.save(whole, file));
        assertEquals("A figure with 100000 points takes more than the 1 MiB that its file may have", refused.problem());
        assertEquals("read it at fewer values of x, or in two parts", refused.remedy());
        assertEquals(2, DigitisationFile.read(file).series().size());
    }

    @Test
    void anUncompletedDraftIsRefused() {
        Path file = folder.resolve("draft.yaml");
        DigitisationFile.draft(FIGURE, file);
        var refused = assertThrows(RingsideException.class, () -> DigitisationFile.read(file));
        assertTrue(refused.problem().contains("value: a number, not ?"), refused.problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scale: log | scale: cubic | axes.x.scale: linear, log or categories, not cubic",
                "value: 1024} | value: 0} | above 0 and differ",
                "read: line | read: eyes | one of line, markers, bars, clicks, values, not eyes",
                "colour: \"#1f77b4\" | colour: blue | a colour is written as #rrggbb",
                "page: 57 | page: 0 | pages count from 1",
                "at: [50.5, 100.25] | at: [50.5] | x and y, as in [12.5, 40]",
                "at: [50.5, 100.25] | at: [1e12, 100.25] | a place is on the page",
                "frame: [50, 50, 450, 250] | frame: [450, 50, 50, 250] | left, top, right, bottom in this order",
                "name: \"Xen PV\" | name: \"KVM\" | two series have the same name",
                "ringside-figure: 1 | ringside-figure: 2 | this version of Ringside reads 1",
                "citation: | quotation: | unknown key quotation",
            })
    void whatIsWrongIsToldWithItsLine(String right, String wrong, String told) {
        String text = DigitisationText.of(FIGURE).replace(right, wrong);
        var refused = assertThrows(RingsideException.class, () -> DigitisationFile.read("f.yaml", text));
        assertTrue(refused.problem().matches("(?s)f\\.yaml, line \\d+: .*"), refused.problem());
        assertTrue(refused.problem().contains(told), refused.problem());
    }

    /** Whatever a file holds, it is taken or refused with a reason. */
    @Test
    void damagedFilesAreRefusedAndNeverAFault() throws Exception {
        String whole = DigitisationText.of(FIGURE);
        var random = new Random(8);
        var format = new FigureFormat(Figures.bundled());
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder(whole);
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                if (text.isEmpty()) break;
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setLength(at + 1);
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "{}[]:-#\"0e9\n\t~&*".charAt(random.nextInt(16)));
                }
            }
            try {
                format.read(
                        Content.of("f.yaml", text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Parameters.NONE,
                        new Taking());
            } catch (RingsideException told) {
                assertTrue(told.problem().startsWith("f.yaml"), told.problem());
            }
        }
    }

    @Test
    void theFormatGivesTheValuesWithHowFarTheyMayBeOff() throws Exception {
        var taking = new Taking();
        new FigureFormat(Figures.bundled())
                .read(
                        Content.of(
                                "f.yaml",
                                DigitisationText.of(FIGURE).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Parameters.NONE,
                        taking);
        Uncertain first = FIGURE.calibration().y(new Place(50.5, 100.25), 0.25);
        assertEquals(
                List.of(
                        "kvm KVM lmbench-mem " + first.rounded() + " cores=2;disk=raw;operation=rd;reported_spread="
                                + first.uncertaintyText() + ";reported_spread_kind=reading;size_bytes=1024",
                        "xen-pv Xen PV lmbench-mem 12.5 cores=2;operation=rd;reported_spread=0.0050;"
                                        .replace("0.0050", "0.005")
                                + "reported_spread_kind=reading;size_bytes=2048"),
                List.of(taking.rows.get(0), taking.rows.get(2)));
        assertTrue(
                String.valueOf(taking.samples.get(1).parameters().get("size_bytes"))
                        .matches("20\\d\\d(\\.\\d+)?"),
                taking.rows.get(1));
        List<String> lines = DigitisationText.of(FIGURE).lines().toList();
        assertTrue(lines.get(taking.samples.get(0).line() - 1).contains("at: [50.5, 100.25]"));
    }

    @Test
    void namesInLegendsMeanPlatforms() {
        assertEquals(Optional.of("kvm"), PlatformName.of("QEMU/KVM"));
        assertEquals(Optional.of("xen-hvm"), PlatformName.of("Xen (full virtualization, HVM)"));
        assertEquals(Optional.of("xen-pv"), PlatformName.of("Xen paravirtualized"));
        assertEquals(Optional.of("host"), PlatformName.of("Native Linux"));
        assertEquals(Optional.of("libvirt-kvm"), PlatformName.of("KVM by libvirt"));
        assertEquals(Optional.of("virtualbox"), PlatformName.of("Virtual Box"));
        assertEquals(Optional.of("vmware-esxi"), PlatformName.of("VMware ESXi"));
        for (String none : List.of("circles", "#1f77b4", "Series 1", "4 kB"))
            assertEquals(Optional.empty(), PlatformName.of(none));
    }

    private static final class Taking implements Intake {
        private final List<String> rows = new ArrayList<>();
        private final List<Sample> samples = new ArrayList<>();

        @Override
        public void run(Found run) {}

        @Override
        public void sample(Found run, Sample sample) {
            var value = (ringside.core.result.Value.Measured) sample.value();
            samples.add(sample);
            rows.add((run.machine().where() instanceof Whereabouts.Told(String told) ? told : "?") + " "
                    + run.machine().label() + " " + run.benchmark() + " " + value.number() + " " + sample.parameters());
        }

        @Override
        public void skip(long line, String reason) {}

        @Override
        public void warn(String warning) {}
    }
}
