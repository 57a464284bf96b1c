package ringside.adapter.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.Recorded;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Register;
import ringside.core.image.GuestImage;

/**
 * The driver against a script that answers as xl 4.17 does: its lists and its errors are those that a real one printed. The
 * same contract against a real Xen is in {@code XenLabTest}.
 */
class XlHypervisorTest extends HypervisorContract {
    /** A domain is a file in {@code domains} that holds its state. */
    private static final String XL = """
            s=STATE; mkdir -p "$s"
            case $1 in
            info) echo 'virt_caps              : pv hvm hap gnttab-v1 gnttab-v2';;
            list) printf 'Name                                        ID   Mem VCPUs\\tState\\tTime(s)\\n'
              printf 'Domain-0                                     0  1024     1     r-----      59.7\\n'
              for d in "$s"/*; do [ -f "$d" ] && printf '%-40s %4d  %4d %5d     %s       1.2\\n' "${d##*/}" 1 64 1 "$(cat "$d")"; done; exit 0;;
            create) n=$(sed -n 's/^name = "\\(.*\\)"$/\\1/p' "$2")
              case $(cat "$2") in *nowhere*) echo "Parsing config from $2" >&2
                echo 'libxl: error: libxl_device.c:384:libxl__device_disk_set_backend: Disk vdev=xvda failed to stat: /nowhere: No such file or directory' >&2
                echo 'libxl: error: libxl_create.c:1264:initiate_domain_create: Domain 1:Unable to set disk defaults for disk 0' >&2; exit 3;; esac
              printf -- '-b----' > "$s/$n";;
            console) echo 'Linux version 6.1';;
            pause) printf -- '--p---' > "$s/$2";;
            unpause) printf -- '-b----' > "$s/$2";;
            shutdown) :;;
            destroy) rm "$s/$2";;
            save) rm "$s/$2"; echo "$2" > "$3";;
            restore) printf -- '-b----' > "$s/$(cat "$2")";;
            *) exit 2;;
            esac""";

    @TempDir
    Path tools;

    private Shell host() throws IOException {
        return new FakeTools(tools).with("xl", XL.replace("STATE", tools + "/domains"));
    }

    @Override
    protected Hypervisor open() throws IOException {
        Shell host = host();
        return new XlHypervisor(host, Register.in(host, folder.resolve("guests").toString()), hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.XEN_PV;
    }

    @Test
    void aHostWithoutXenSaysSo() throws Exception {
        Shell none = new FakeTools(Files.createDirectories(folder.resolve("without")))
                .with("xl", "echo 'ERROR:  Can'\\''t find hypervisor information in sysfs!' >&2; exit 1");
        try (Hypervisor xen = new XlHypervisor(none, Register.in(none, folder.toString()), "here")) {
            Ability start = xen.abilities().get(Operation.START);
            assertTrue(start != null && start.why().contains("Can't find hypervisor information"), () -> "" + start);
            assertThrows(RingsideException.class, () -> xen.start(Launch.of(guest(), platform()), Progress.SILENT));
        }
    }

    @Test
    void theFirstCauseOfSeveralErrorsIsTold() throws Exception {
        try (Hypervisor xen = open()) {
            var refusal = assertThrows(
                    RingsideException.class,
                    () -> xen.start(Launch.of(impossible().orElseThrow(), platform()), Progress.SILENT));
            assertTrue(
                    refusal.problem().endsWith("Disk vdev=xvda failed to stat: /nowhere: No such file or directory"),
                    refusal::problem);
        }
    }

    @Test
    void whatAParavirtualGuestPrintsIsKept() throws Exception {
        try (Hypervisor xen = open()) {
            xen.start(Launch.of(guest(), platform()), Progress.SILENT);
            String name = guest().name();
            for (int i = 0; i < 100 && xen.console(name).isEmpty(); i++) Thread.sleep(20);
            assertEquals("Linux version 6.1\n", xen.console(name));
        }
    }

    @Test
    void aDomainOfSomebodyElseIsListedAndLeftAlone() throws Exception {
        try (Hypervisor xen = open()) {
            Files.writeString(Files.createDirectories(tools.resolve("domains")).resolve("a b"), "r-----");
            assertTrue(!xen.domain("a b").ours());
            assertThrows(RingsideException.class, () -> xen.destroy("a b"));
            assertTrue(xen.find("Domain-0").isEmpty(), "the host is no guest");
        }
    }

    @Test
    void theListOfARealXenIsRead() throws Exception {
        Shell real = new FakeTools(tools).with("xl", "cat <<'END'\n" + Recorded.text("xen/xl-list.txt") + "END");
        try (Hypervisor xen = new XlHypervisor(real, Register.in(real, folder.toString()), "here")) {
            assertEquals(
                    List.of("lab-xen-pv running"),
                    xen.domains().stream()
                            .map(domain -> domain.name() + " " + domain.state().word())
                            .toList());
        }
    }

    @Test
    void aGuestThatCannotBeSavedLeavesNothingHalf() throws Exception {
        Shell full = new FakeTools(tools)
                .with(
                        "xl",
                        XL.replace("STATE", tools + "/domains")
                                .replace(
                                        "save) ",
                                        "save) echo half > \"$3\"; echo 'xl: error: No space left on device' >&2; exit 1; "));
        try (Hypervisor xen = new XlHypervisor(
                full, Register.in(full, folder.resolve("guests").toString()), hypervisorMachine())) {
            String name = guest().name();
            xen.start(Launch.of(guest(), platform()), Progress.SILENT);
            var refusal = assertThrows(RingsideException.class, () -> xen.save(name));
            assertTrue(refusal.problem().endsWith("No space left on device"), refusal::problem);
            assertEquals(DomainState.RUNNING, xen.domain(name).state());
            assertTrue(Files.notExists(folder.resolve("guests/" + name + "/memory.part")));
            xen.destroy(name);
        }
    }

    @Test
    void whatWasSavedIsSaidToLieAboutIfItCannotBeKept() throws Exception {
        try (Hypervisor xen = open()) {
            String name = guest().name();
            xen.start(Launch.of(guest(), platform()), Progress.SILENT);
            Files.createDirectory(folder.resolve("guests/" + name + "/memory"));
            var refusal = assertThrows(RingsideException.class, () -> xen.save(name));
            assertTrue(refusal.problem().contains("cannot be kept"), refusal::problem);
            assertTrue(refusal.remedy().contains("memory.part"), refusal::remedy);
        }
    }

    /** A FakeTools counts as far away, where no image is; here it is near. */
    private record Near(Shell shell) implements Shell {
        @Override
        public Target target() {
            return Target.LOCAL;
        }

        @Override
        public String name() {
            return shell.name();
        }

        @Override
        public Answer run(Command command) {
            return shell.run(command);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void anImagesKernelIsGivenXensDiskConsoleAndAddress() throws Exception {
        Path image = Files.createDirectories(folder.resolve("image"));
        for (String file : List.of("vmlinuz", "initrd.gz", "root.img")) Files.writeString(image.resolve(file), file);
        var lab = new GuestImage("lab", image, "bookworm", List.of(), "", "ssh-ed25519 AAAA", "", Instant.EPOCH, 1);
        Shell near = new Near(host());
        Guest guest = guest().withNics(Nic.on(Network.User.PLAIN));
        try (Hypervisor xen = new XlHypervisor(
                near, Register.in(near, folder.resolve("guests").toString()), "here")) {
            var domain = xen.start(Launch.of(guest, platform()).with(lab), Progress.SILENT);
            String address = domain.address().orElseThrow().host();
            String text = Files.readString(folder.resolve("guests/" + guest.name() + "/domain.cfg"));
            assertTrue(address.startsWith("10.77."), address);
            assertTrue(text.contains("ip=" + address + ",script=vif-nat"), text);
            assertTrue(
                    text.contains(
                            "console=hvc0 quiet mitigations=off root=/dev/xvda ringside.ip=" + address + "/24,10.77."),
                    text);
            assertEquals(Optional.of("root"), domain.login().map(login -> login.user()));
            xen.destroy(guest.name());
        }
    }
}
