package ringside.core.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.image.GuestImage;
import ringside.core.json.Json;

class RegisterTest {
    private final LocalShell shell = new LocalShell();

    @TempDir
    Path root;

    private Register register() {
        Lab.needs("sh");
        return Register.in(shell, root.toString());
    }

    private static Entry entry(String name) {
        return new Entry(
                name,
                GuestPlatform.XEN_PV,
                Instant.parse("2026-11-25T22:00:00Z"),
                Owner.PERSON,
                Owner.thisSession("here"),
                Optional.of(new Login("root", Optional.of(Path.of("/k e y")), Optional.of("ssh-ed25519 AAAA"))),
                Optional.of(new Address("127.0.0.1", 2200)),
                Map.of("argv", List.of("a b", "c\nd", "'"), "text", "ü"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lab", "..", "-rf", "a b; rm -rf /", "grüße", "$(x)", "a name of more than thirty-two letters"})
    void whatIsKeptOfAGuestIsFoundAgainWhateverItsName(String name) {
        Entry entry = entry(name);
        register().create(entry, "");
        Register.Found found = register().find(name).orElseThrow();
        assertEquals(Optional.of(entry), found.entry());
        assertTrue(Path.of(found.folder()).normalize().startsWith(root));
        assertEquals(register().folder(name), found.folder());
        register().remove(found);
        assertEquals(List.of(), register().all());
    }

    @Test
    void aNameIsTakenOnce() {
        register().create(entry("lab"), "");
        var refusal = assertThrows(RingsideException.class, () -> register().create(entry("lab"), ""));
        assertTrue(refusal.problem().endsWith("has a guest \"lab\" already"), refusal::problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"ringside-guest-entry\":2}",
                "\u0000",
                "{\"ringside-guest-entry\":1,\"name\":3}"
            })
    void aDamagedEntryIsAFolderWithoutAGuest(String text) throws Exception {
        register();
        Files.writeString(Files.createDirectories(root.resolve("odd")).resolve("domain.json"), text);
        Register.Found found = register().find("odd").orElseThrow();
        assertEquals(Optional.empty(), found.entry());
        register().remove(found);
        assertTrue(Files.notExists(root.resolve("odd")));
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheGuests() throws Exception {
        register().create(entry("lab"), "");
        Files.writeString(root.resolve("lab/pid"), ProcessHandle.current().pid() + "\n");
        Register.Found found = register().find("lab").orElseThrow();
        assertEquals(Optional.empty(), found.pid());
        assertTrue(found.fell());
    }

    @Test
    void aGuestIsKnownByTheImageItWasStartedFrom() {
        var image = new GuestImage(
                "lab", Path.of("/images/lab"), "", List.of(), "", "ssh-ed25519 AAAA", "", Instant.EPOCH, 1);
        Launch launch =
                Launch.of(Guest.named("web"), GuestPlatform.QEMU).with(image).with(Owner.PERSON);
        register().create(Entry.of(launch, "web", "here", Optional.empty(), "qemu -m 16", Map.of()), "");
        register().create(entry("other"), "");
        assertEquals(List.of("web"), register().startedFrom(image.folder()));
        assertEquals(List.of(), register().startedFrom(Path.of("/images/other")));
        assertEquals(
                Optional.of("qemu -m 16"),
                register().find("web").flatMap(Register.Found::entry).flatMap(Entry::configuration));
    }

    @Test
    void onlyAGuestsFolderIsRemoved() {
        assertThrows(IllegalArgumentException.class, () -> register().remove("/tmp"));
    }

    @Test
    void anOwnerIsGoneWhenItsProcessIsAndKnownOnItsOwnMachineAlone() {
        assertEquals(Optional.empty(), Owner.thisSession("here").gone("here"));
        assertEquals(Optional.empty(), Owner.PERSON.gone("here"));
        var dead = new Owner("here", ProcessHandle.current().pid(), Instant.parse("2020-01-01T00:00:00Z"));
        assertTrue(dead.gone("here").isPresent());
        assertEquals(Optional.empty(), dead.gone("there"));
        assertTrue(Json.object(entry("x").json()).containsKey("owner"));
    }
}
