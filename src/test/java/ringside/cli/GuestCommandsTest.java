package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.core.guest.Size;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;

/** {@code guest read} and {@code guest validate}, as a script meets them. */
class GuestCommandsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/guest/validate");

    private record Ran(int code, String out, String err) {}

    private static Ran run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = RingsideCommand.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> fail("a window"));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void readMakesAGuestsFileAndTellsWhatItHasNot(@TempDir Path folder) {
        Path yaml = folder.resolve("web1.yaml");
        Ran ran = run("guest", "read", EXAMPLES.resolve("xl/good-pv-kernel.cfg"), "--out", yaml);
        assertEquals(0, ran.code(), ran::err);
        assertEquals("", ran.out());
        assertEquals(Size.ofMib(512), GuestFile.read(yaml).memory().size());
        assertTrue(ran.err().contains("not understood: line 12: rate=100Mb/s: "), ran::err);
    }

    @Test
    void readPrintsTheShapeThatScriptsRelyOn() {
        Ran ran = run("guest", "read", EXAMPLES.resolve("libvirt/good-kvm-q35-uefi.xml"), "--json");
        Map<String, Object> told = Json.object(ran.out());
        assertEquals(List.of("guest", "not_understood"), List.copyOf(told.keySet()));
        assertTrue(told.get("guest") instanceof Map<?, ?> guest && "web1".equals(guest.get("name")), ran::out);
    }

    @Test
    void readNamesFileLineAndRemedyOfABrokenFile(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.cfg"), "name = \"a\"\nmemory = [ 1\n");
        Ran ran = run("guest", "read", broken);
        assertEquals(1, ran.code());
        assertTrue(ran.err().startsWith("ringside: " + broken + ", line 2: "), ran::err);
        assertEquals("", ran.out());
    }

    @Test
    void validateEndsWithOneWhereTheSoftwareRefuses() {
        Ran ran = run("guest", "validate", EXAMPLES.resolve("vboxmanage/bad-option-name.sh"), "--json");
        assertEquals(1, ran.code());
        Map<?, ?> verdict = (Map<?, ?>) Json.list(ran.out()).getFirst();
        assertEquals("faulty", verdict.get("outcome"));
    }

    @Test
    void validateHoldsAGuestAgainstEveryPlatformItIsFor(@TempDir Path folder) throws IOException {
        List.of("qemu-system-x86_64", "qemu-img", "virsh", "virt-xml-validate", "xmllint", "virt-install", "xl", "cc")
                .forEach(Lab::needs);
        Path yaml = folder.resolve("lab.yaml");
        Files.writeString(yaml, GuestFile.write(ringside.core.guest.Guest.named("lab")));
        Ran ran = run("guest", "validate", yaml);
        assertEquals(0, ran.code(), () -> ran.out() + ran.err());
        for (String target :
                List.of("qemu (kvm)", "libvirt (libvirt-kvm)", "virt-install (libvirt-kvm)", "xl (xen-pvh)"))
            assertTrue(ran.out().contains(target + ": sound, says "), ran::out);
        assertEquals(0, run("guest", "validate", yaml, "--for", "xl").code());
        assertEquals(2, run("guest", "validate", yaml, "--for", "vmware").code());
    }

    @Test
    void aGuestIsStartedListedAndRemoved(@TempDir Path folder) throws IOException {
        Lab.needs("qemu-system-x86_64");
        String name = "cli-" + UUID.randomUUID().toString().substring(0, 8);
        Path yaml = Files.writeString(folder.resolve("tiny.yaml"), """
                ringside-guest: 1
                name: %s
                cpu: {vcpus: 1, model: baseline}
                memory: {size: 64 MiB}
                machine: {type: pc, firmware: bios}
                platforms: {chosen: [qemu]}
                """.formatted(name));
        Ran started = run("guest", "start", "--spec", yaml, "--on", "qemu", "--json");
        try {
            assertEquals(0, started.code(), started::err);
            Map<String, Object> told = Json.object(started.out());
            assertEquals(name, told.get("name"));
            assertEquals("running", told.get("state"));
            assertTrue(
                    run("guest", "list").out().contains(name + "  qemu "),
                    () -> run("guest", "list").out());
            Ran again = run("guest", "start", "--spec", yaml, "--on", "qemu");
            assertEquals(1, again.code());
            assertTrue(again.err().contains("has a guest \"" + name + "\" already"), again::err);
        } finally {
            assertEquals(0, run("guest", "destroy", name).code());
        }
        assertFalse(run("guest", "list").out().contains(name));
        Ran gone = run("guest", "stop", name);
        assertEquals(1, gone.code());
        assertTrue(gone.err().contains("Ringside started no guest \"" + name + "\""), gone::err);
    }

    @Test
    void aStartThatSaysTooLittleOrTheWrongThingIsWrongUsage() {
        assertEquals(2, run("guest", "start").code());
        assertEquals(2, run("guest", "start", "--spec", "lab").code());
        Ran wrong = run("guest", "start", "--spec", "lab", "--on", "vmware");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("--on is one of qemu, kvm, libvirt, xen, virtualbox"), wrong::err);
        assertEquals(
                1, run("guest", "start", "--spec", "nosuch", "--on", "qemu").code());
        assertEquals(
                2,
                run("guest", "start", "--spec", "lab", "--on", "qemu", "--cloud-init")
                        .code());
    }
}
