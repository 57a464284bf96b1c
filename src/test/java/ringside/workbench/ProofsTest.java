package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validators;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** The hypervisors' own software on configurations that are right, and on ones that each have a known fault. */
class ProofsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/guest/validate");
    private static final Map<FileKind, List<String>> TOOLS = Map.of(
            FileKind.QEMU, List.of("qemu-system-x86_64", "qemu-img"),
            FileKind.LIBVIRT, List.of("virsh", "virt-xml-validate", "xmllint", "qemu-system-x86_64"),
            FileKind.VIRT_INSTALL, List.of("virt-install", "virsh", "virt-xml-validate", "xmllint", "qemu-img"),
            FileKind.XL, List.of("xl", "cc", "/usr/include/libxl.h"),
            FileKind.VBOXMANAGE, List.of());

    private static Set<String> before = Set.of();
    private static Validators validators = new Validators(List.of());

    @BeforeAll
    static void remember() throws IOException {
        before = leftovers();
        validators = Proofs.on(new LocalShell());
    }

    @AfterAll
    static void leavesNoProcessAndNoFileBehind() throws IOException {
        validators.close();
        assertEquals(before, leftovers());
    }

    /** Folders of checks, and processes that have one in their command line. */
    private static Set<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/var/tmp"))) {
            Set<String> found = files.map(Path::toString)
                    .filter(name -> name.contains("ringside-check-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            ProcessHandle.allProcesses()
                    .map(process -> process.info().commandLine().orElse(""))
                    .filter(line -> line.contains("ringside-check-"))
                    .forEach(found::add);
            return found;
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return Files.walk(EXAMPLES)
                .filter(Files::isRegularFile)
                .sorted()
                .map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> judgesRightly(file)));
    }

    private static void judgesRightly(Path file) throws IOException {
        String text = Files.readString(file);
        FileKind kind = FileKind.of(text);
        assertEquals(kind(file), kind);
        needs(TOOLS.getOrDefault(kind, List.of()));
        Validation validation = validators.of(kind).orElseThrow().validate(text);
        boolean good = file.toString().contains("/good-");
        Class<?> expected = good ? Validation.Outcome.Sound.class : Validation.Outcome.Faulty.class;
        assertEquals(expected, validation.outcome().getClass(), validation::toString);
    }

    private static void needs(List<String> tools) {
        for (String tool : tools)
            if (!tool.startsWith("/")) Lab.needs(tool);
            else if (!Files.exists(Path.of(tool))) Lab.missing(tool + " is not installed");
    }

    private static FileKind kind(Path file) {
        return switch (EXAMPLES.relativize(file).getName(0).toString()) {
            case "qemu" -> FileKind.QEMU;
            case "libvirt" -> FileKind.LIBVIRT;
            case "virt-install" -> FileKind.VIRT_INSTALL;
            case "xl" -> FileKind.XL;
            default -> FileKind.VBOXMANAGE;
        };
    }

    @Test
    void tellsWhatMachineQemuHasBuilt() throws IOException {
        needs(List.of("qemu-system-x86_64", "qemu-img"));
        Map<String, Object> facts = validators
                .of(FileKind.QEMU)
                .orElseThrow()
                .validate(Files.readString(EXAMPLES.resolve("qemu/good-virtio-q35-uefi.sh")))
                .facts();
        assertEquals(
                List.of(4, 1, 2, 2, 2048L, 2, "uefi", true), // without -nodefaults QEMU adds a CD-ROM drive of its own
                Stream.of("vcpus", "sockets", "cores", "threads", "memory_mib", "cdroms", "firmware", "vnc")
                        .map(facts::get)
                        .toList());
        assertEquals(
                List.of(Map.of("device", "disk0", "format", "qcow2", "cache", "none", "read_only", false)),
                facts.get("disks"));
        assertEquals(List.of(Map.of("model", "virtio", "mac", "52:54:00:12:34:56")), facts.get("nics"));
    }

    @Test
    void namesWhatStoodInForWhat() throws IOException {
        needs(List.of("qemu-system-x86_64", "qemu-img"));
        List<String> notes = validators
                .of(FileKind.QEMU)
                .orElseThrow()
                .validate(Files.readString(EXAMPLES.resolve("qemu/good-numa-hugepages-vfio-tap.sh")))
                .notes();
        for (String swap :
                List.of("TCG", "network tap", "plain memory", "0000:65:00.0", "/srv/big.raw", "CPU model host"))
            assertTrue(notes.stream().anyMatch(note -> note.contains(swap)), swap + " in " + notes);
    }

    @Test
    void writesToNoFileThatAConfigurationNames() throws IOException {
        needs(List.of("qemu-system-x86_64", "qemu-img"));
        Path folder = Files.createTempDirectory("ringside-named");
        Path disk = Files.write(folder.resolve("disk.raw"), new byte[1 << 20]);
        Path log = folder.resolve("never.log");
        Path socket = folder.resolve("never.sock");
        var modified = Files.getLastModifiedTime(disk);
        Validation validation = validators
                .of(FileKind.QEMU)
                .orElseThrow()
                .validate(
                        "qemu-system-x86_64 -drive file=%s,format=raw -serial file:%s -D %s -pidfile %s -monitor unix:%s,server,nowait"
                                .formatted(disk, log, log, log, socket));
        assertTrue(validation.sound(), validation::toString);
        assertEquals(modified, Files.getLastModifiedTime(disk));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(disk), files.toList());
        }
    }

    @Test
    void runsNothingThatAConfigurationNames() throws IOException {
        needs(List.of("qemu-system-x86_64", "qemu-img"));
        Path trace = Files.createTempDirectory("ringside-hostile").resolve("ran");
        Path script = Files.writeString(trace.resolveSibling("run"), "#!/bin/sh\ntouch " + trace + "\n");
        assertTrue(script.toFile().setExecutable(true));
        String text = """
                qemu-system-x86_64 -netdev tap,id=n,script=%1$s -netdev user,id=u,guestfwd=tcp:10.0.2.100:80-cmd:%1$s \
                -netdev bridge,id=b,helper=%1$s -incoming 'exec:%1$s' -plugin %1$s -chardev socket,id=c,path=/x
                """.formatted(script);
        validators.of(FileKind.QEMU).orElseThrow().validate(text);
        assertEquals(false, Files.exists(trace));
    }

    @Test
    void saysWhatIsMissingWhereTheSoftwareIsNot() {
        Validation validation =
                Proofs.on(new BareHost()).of(FileKind.QEMU).orElseThrow().validate("qemu-system-x86_64 -m 512");
        assertEquals(
                new Validation.Outcome.CouldNotRun(
                        "qemu-system-x86_64 and qemu-img are not both installed here",
                        "install qemu-system-x86 and qemu-utils"),
                validation.outcome());
    }

    /** A host on which no program is installed. */
    private static final class BareHost implements Shell {
        @Override
        public Target target() {
            return Target.LOCAL;
        }

        @Override
        public String name() {
            return "bare";
        }

        @Override
        public Answer run(Command command) {
            return new Answer(Answer.Ending.EXITED, Answer.NOT_FOUND, "", "not found", Duration.ZERO);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
