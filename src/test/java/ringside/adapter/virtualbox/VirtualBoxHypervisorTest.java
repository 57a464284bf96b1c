package ringside.adapter.virtualbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.Lab;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Login;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Register;
import ringside.core.image.GuestImage;

/** The driver against a script that answers as VBoxManage 7.2 does; no real VirtualBox is asked here. */
class VirtualBoxHypervisorTest extends HypervisorContract {
    /** A machine is a folder that holds its state and its snapshots. */
    private static final String VBOXMANAGE = """
            s=STATE; mkdir -p "$s"
            no() { echo "VBoxManage: error: $1" >&2; exit 1; }
            case $1 in
            --version) echo 7.2.22r170484;;
            list) for m in "$s"/*; do [ -d "$m" ] || continue
                [ "$2" = vms ] || grep -qE 'running|paused' "$m/state" || continue
                echo "\\"${m##*/}\\" {01234567-89ab-cdef-0123-456789abcdef}"; done;;
            createvm) echo "$*" >> "$s.log"; mkdir "$s/$3" && echo poweroff > "$s/$3/state";;
            modifyvm|storagectl|createmedium|closemedium) echo "$*" >> "$s.log";;
            convertfromraw) echo "$*" >> "$s.log"; cp "$2" "$3";;
            storageattach) echo "$*" >> "$s.log"; case "$*" in *nowhere*) no 'Could not find file for the medium';; esac;;
            startvm) [ -d "$s/$2" ] || no 'no such machine'; echo running > "$s/$2/state";;
            showvminfo) printf 'name="%s"\\nVMState="%s"\\nVMStateChangeTime="x"\\n' "$2" "$(cat "$s/$2/state")";;
            controlvm) case $3 in pause) echo paused;; resume) echo running;; poweroff) echo poweroff;;
                savestate) echo saved;; *) exit 0;; esac > "$s/.next"; mv "$s/.next" "$s/$2/state";;
            snapshot) case $3 in
                take) echo "SnapshotName=\\"$4\\"" >> "$s/$2/snapshots";;
                list) [ -f "$s/$2/snapshots" ] && cat "$s/$2/snapshots" || { echo 'This machine does not have any snapshots'; exit 1; };;
                restore) [ "$(cat "$s/$2/state")" = poweroff ] || no 'it runs'; echo saved > "$s/$2/state";; esac;;
            unregistervm) [ "$(cat "$s/$2/state")" != running ] || no 'locked'; rm -r "$s/$2";;
            guestproperty) echo 'No value set!';;
            *) no "unknown $1";;
            esac""";

    @TempDir
    Path tools;

    @Override
    protected Hypervisor open() throws IOException {
        Shell host = new FakeTools(tools).with("VBoxManage", VBOXMANAGE.replace("STATE", tools + "/machines"));
        return new VirtualBoxHypervisor(
                host, Register.in(host, folder.resolve("guests").toString()), hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.VIRTUALBOX;
    }

    @Test
    void aHostWithoutTheKernelDriverSaysSo() throws Exception {
        Shell none = new FakeTools(Files.createDirectories(folder.resolve("without")))
                .with(
                        "VBoxManage",
                        "echo 'WARNING: The character device /dev/vboxdrv does not exist.'; echo 7.2.22r170484");
        try (Hypervisor virtualbox = new VirtualBoxHypervisor(none, Register.in(none, folder.toString()), "here")) {
            String why = Objects.requireNonNull(virtualbox.abilities().get(Operation.START))
                    .why();
            assertTrue(why.contains("/dev/vboxdrv does not exist"), why);
        }
    }

    @Test
    void theMachinesOwnFilesAreInTheGuestsFolder() throws Exception {
        try (Hypervisor virtualbox = open()) {
            virtualbox.start(Launch.of(guest(), platform()), Progress.SILENT);
            String log = Files.readString(tools.resolve("machines.log"));
            String own = folder.resolve("guests/" + guest().name()).toString();
            assertTrue(log.contains("--basefolder " + own + "\n"), log);
            assertTrue(log.contains("--uart-mode1 file " + own + "/console.log"), log);
        }
    }

    @Test
    void anImageOfOursStartsFromAMediumThatIsMadeForIt() throws Exception {
        Lab.needs("xorrisofs");
        if (!Files.exists(Path.of("/usr/lib/ISOLINUX/isolinux.bin"))) Lab.missing("isolinux is not installed");
        Path made = Files.createDirectory(folder.resolve("image"));
        for (String file : List.of("vmlinuz", "initrd.gz", "root.img")) Files.writeString(made.resolve(file), file);
        String checksum = Sha256.of("vmlinuzinitrd.gzroot.img".getBytes(StandardCharsets.UTF_8));
        var image =
                new GuestImage("lab", made, "bookworm", List.of(), "", "ssh-ed25519 AAAA", checksum, Instant.EPOCH, 1);
        try (Hypervisor virtualbox = open()) {
            Guest guest = guest().withNics(Nic.on(Network.User.PLAIN));
            var domain = virtualbox.start(Launch.of(guest, platform()).with(image), Progress.SILENT);
            String own = folder.resolve("guests/" + guest.name()).toString();
            String log = Files.readString(tools.resolve("machines.log"));
            String copy = tools + "/cache/ringside/copies/lab-" + checksum.substring(0, 12);
            assertTrue(log.contains("convertfromraw " + copy + "/root.img " + own + "/disk.vdi --format VDI\n"), log);
            assertTrue(log.contains("--medium " + own + "/disk.vdi\n"), log);
            assertTrue(log.contains("--type dvddrive --medium " + own + "/boot.iso\n"), log);
            assertTrue(log.contains("--boot1 dvd "), log);
            byte[] iso = Files.readAllBytes(Path.of(own, "boot.iso"));
            String text = new String(iso, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("EL TORITO"), "it can be booted from");
            assertTrue(text.contains("root=/dev/sda ringside.ip=dhcp\n"), "the kernel is told where its disk is");
            assertEquals("root", domain.login().orElseThrow().user());
            virtualbox.destroy(guest.name());
            assertTrue(
                    Files.readString(tools.resolve("machines.log")).contains("closemedium dvd " + own + "/boot.iso\n"));
        }
    }

    @Test
    void aForwardedPortIsTheWayIn() throws Exception {
        try (Hypervisor virtualbox = open()) {
            Guest guest = guest().withNics(Nic.on(Network.User.PLAIN));
            var login = new Login("user", Optional.empty(), Optional.empty());
            var domain = virtualbox.start(Launch.of(guest, platform()).with(login), Progress.SILENT);
            assertEquals("127.0.0.1", domain.address().orElseThrow().host());
        }
    }

    @Test
    void aMachineOfSomebodyElseIsListedAndLeftAlone() throws Exception {
        try (Hypervisor virtualbox = open()) {
            Files.writeString(
                    Files.createDirectories(tools.resolve("machines/some machine"))
                            .resolve("state"),
                    "running");
            assertTrue(!virtualbox.domain("some machine").ours());
            assertThrows(RingsideException.class, () -> virtualbox.destroy("some machine"));
            assertEquals(
                    List.of(),
                    Register.in(new FakeTools(tools), folder.resolve("guests").toString())
                            .all());
        }
    }
}
