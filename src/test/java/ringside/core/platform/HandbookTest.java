package ringside.core.platform;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.help.Glossary;
import ringside.core.platform.Drawing.Arrow;
import ringside.core.platform.Drawing.Box;
import ringside.core.platform.Drawing.Role;

/** The texts and drawings that come with the program. */
class HandbookTest {
    private static final Handbook BOOK = Handbook.bundled();

    static Stream<Profile> profiles() {
        return BOOK.profiles().stream();
    }

    static Stream<Drawing> drawings() {
        return Stream.concat(
                profiles().flatMap(profile -> profile.drawings().stream()),
                BOOK.theory().stream().flatMap(topic -> topic.drawings().stream()));
    }

    @Test
    void everyPlatformOfTheStudyHasAPageAndEveryIdOneAlone() {
        var told = new ArrayList<String>();
        profiles().forEach(profile -> told.addAll(profile.columns()));

        assertEquals(
                Platforms.known().stream()
                        .map(Platform::id)
                        .filter(id -> !id.equals("host"))
                        .toList(),
                told.stream().sorted(Platforms.ORDER).toList());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aPageIsWhole(Profile profile) {
        assertAll(
                () -> assertFalse(profile.drawings().isEmpty(), "drawing"),
                () -> assertTrue(profile.mechanism().size() >= 3, "what traps where"),
                () -> assertEquals(
                        Set.of("command line", "graphical"),
                        new HashSet<>(
                                profile.tools().stream().map(Profile.Tool::kind).toList()),
                        "both ways of use"),
                () -> assertTrue(
                        profile.tools().stream()
                                        .mapToInt(tool -> tool.commands().size())
                                        .sum()
                                >= 3,
                        "commands"),
                () -> assertTrue(profile.intrusion().size() >= 4, "intrusion"),
                () -> assertEquals(
                        List.of("2013", "now"),
                        profile.versions().stream().map(Profile.Version::when).toList()));
    }

    /** There are hosts where /dev/kvm opens and no guest runs. */
    @ParameterizedTest
    @MethodSource("profiles")
    void noCommandCallsADeviceUsableThatIsOnlyThere(Profile profile) {
        for (Profile.Tool tool : profile.tools())
            for (Profile.Command command : tool.commands())
                assertFalse(command.line().contains("usable"), command::line);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aVersionHasADateOfItsTimeAndASource(Profile profile) {
        for (Profile.Version version : profile.versions()) {
            LocalDate date = LocalDate.parse(version.date());
            boolean then = version.when().equals("2013");
            assertEquals(then, date.isBefore(LocalDate.of(2013, 5, 2)), version.version());
            assertFalse(version.sources().isEmpty(), version.version());
        }
    }

    @Test
    void theTheoryCoversWhatTheStudyNames() {
        assertEquals(
                List.of(
                        "properties",
                        "types",
                        "trap-and-emulate",
                        "binary-translation",
                        "paravirtualisation",
                        "extensions",
                        "paging"),
                BOOK.theory().stream().map(Topic::id).toList());
        BOOK.theory().forEach(topic -> assertFalse(topic.text().isEmpty(), topic.id()));
    }

    @Test
    void everyReferenceCanBeOpenedAndIsUsed() {
        var used = new HashSet<Reference>();
        profiles().flatMap(HandbookTest::statements).forEach(statement -> used.addAll(statement.sources()));
        BOOK.theory().stream()
                .flatMap(topic -> topic.text().stream())
                .forEach(statement -> used.addAll(statement.sources()));
        profiles().flatMap(profile -> profile.versions().stream()).forEach(version -> used.addAll(version.sources()));
        drawings().forEach(drawing -> used.addAll(drawing.sources()));

        Glossary.bundled(Locale.ROOT).terms().forEach(term -> used.addAll(term.sources()));

        Handbook.references().forEach((key, reference) -> {
            assertEquals("https", URI.create(reference.address()).getScheme(), key);
            assertFalse(reference.title().isBlank() || reference.edition().isBlank(), key);
            assertTrue(used.contains(reference), key + " is used nowhere");
        });
    }

    private static Stream<Statement> statements(Profile profile) {
        return Stream.of(
                        Stream.of(profile.lead()),
                        profile.mechanism().stream(),
                        profile.tools().stream().map(Profile.Tool::about),
                        profile.intrusion().stream().map(Profile.Aspect::says))
                .flatMap(part -> part);
    }

    @Test
    void idsOfDrawingsAreUnique() {
        var ids = drawings().map(Drawing::id).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void boxesStandInTheDrawingAndCoverNoOther(Drawing drawing) {
        var ids = drawing.boxes().stream().map(Box::id).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
        for (Box box : drawing.boxes()) {
            assertTrue(box.row() >= 0 && box.lastRow() < drawing.rows().size(), box::id);
            assertTrue(box.column() >= 0 && box.endColumn() <= Drawing.COLUMNS && box.columns() > 0, box::id);
            for (Box other : drawing.boxes())
                if (other != box && (box.role() == Role.FRAME) == (other.role() == Role.FRAME))
                    assertFalse(
                            overlap(box.row(), box.lastRow() + 1, other.row(), other.lastRow() + 1)
                                    && overlap(box.column(), box.endColumn(), other.column(), other.endColumn()),
                            () -> box.id() + " covers " + other.id());
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void arrowsJoinBoxesAndRunThroughNone(Drawing drawing) {
        for (Arrow arrow : drawing.arrows()) {
            Box from = drawing.box(arrow.from()).orElseThrow(() -> new AssertionError(arrow));
            Box to = drawing.box(arrow.to()).orElseThrow(() -> new AssertionError(arrow));
            if (drawing.upright(arrow)) {
                assertTrue(within(from, arrow.at()) && within(to, arrow.at()), arrow::toString);
                int top = Math.min(from.lastRow(), to.lastRow());
                int bottom = Math.max(from.row(), to.row());
                for (Box box : drawing.boxes())
                    if (box.role() != Role.FRAME && box.row() > top && box.row() < bottom)
                        assertFalse(within(box, arrow.at()), () -> arrow + " runs through " + box.id());
            } else {
                assertTrue(arrow.at() >= from.row() && arrow.at() <= from.lastRow() + 1, arrow::toString);
                assertFalse(
                        overlap(from.column(), from.endColumn(), to.column(), to.endColumn()),
                        () -> "no room for " + arrow);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aDrawingIsToldInWords(Drawing drawing) {
        String words = drawing.described();
        for (Box box : drawing.boxes())
            if (box.role() != Role.FRAME) assertTrue(words.contains(box.label()), box::label);
        for (Arrow arrow : drawing.arrows()) assertTrue(words.contains(arrow.label()), arrow::label);
        assertFalse(drawing.sources().isEmpty());
    }

    private static boolean within(Box box, double column) {
        return box.column() <= column && column <= box.endColumn();
    }

    private static boolean overlap(int from, int to, int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }
}
