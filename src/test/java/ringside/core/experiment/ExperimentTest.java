package ringside.core.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.plan.Plans;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.fair.Finding;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;

class ExperimentTest {
    private static final GuestImage IMAGE = new GuestImage(
            "lab",
            Path.of("/images/lab"),
            "bookworm",
            List.of(),
            "",
            "ssh-ed25519 AAAA",
            "0123456789abcdef",
            Instant.EPOCH,
            1);
    private static final Guest GUEST = Preset.of(Experiment.USUAL_GUEST).guest();
    private static final Plan STUDY = Plans.byId("opsahl-2013-small").orElseThrow();

    private static List<String> labels(Experiment experiment) {
        return experiment.subjects(IMAGE, Target.LOCAL).stream()
                .map(subject -> subject.configuration().label())
                .toList();
    }

    @Test
    void everyPlatformIsMeasuredWithEveryNumberOfVcpusOnEveryDiskBesideTheHost() {
        var experiment = new Experiment(
                STUDY,
                true,
                List.of(GuestPlatform.QEMU, GuestPlatform.LIBVIRT_QEMU),
                List.of(1, 2),
                List.of(Disk.Format.RAW, Disk.Format.QCOW2),
                GUEST);
        assertEquals(
                List.of(
                        "host",
                        "qemu, 1 vCPU, raw",
                        "qemu, 1 vCPU, qcow2",
                        "qemu, 2 vCPUs, raw",
                        "qemu, 2 vCPUs, qcow2",
                        "libvirt-qemu, 1 vCPU, raw",
                        "libvirt-qemu, 1 vCPU, qcow2",
                        "libvirt-qemu, 2 vCPUs, raw",
                        "libvirt-qemu, 2 vCPUs, qcow2"),
                labels(experiment));
        assertEquals(List.of(), experiment.unfair(), "libvirt's QEMU is made like QEMU itself");
        Subject last = experiment.subjects(IMAGE, Target.LOCAL).getLast();
        Guest guest = GuestFile.read("it", last.guest().orElseThrow().description());
        assertEquals(2, guest.cpu().vcpus());
        assertEquals(Disk.Format.QCOW2, guest.disks().getFirst().format());
        assertEquals(
                "lab (bookworm, SHA-256 0123456789ab)",
                last.configuration().settings().get("image"));
        assertEquals("qcow2", last.configuration().settings().get("disk"));
    }

    @Test
    void whatTheDiskIsOfNoAccountToIsMeasuredOnTheFirstFormatAlone() {
        var experiment = new Experiment(
                STUDY,
                false,
                List.of(GuestPlatform.QEMU),
                List.of(1),
                List.of(Disk.Format.QCOW2, Disk.Format.RAW),
                GUEST);
        List<Subject> subjects = experiment.subjects(IMAGE, Target.LOCAL);
        assertEquals(Set.of(), subjects.getFirst().guest().orElseThrow().benchmarks());
        assertEquals(Set.of("iozone"), subjects.getLast().guest().orElseThrow().benchmarks());
        assertTrue(subjects.getFirst().isMeasuredBy("hpl"));
        assertTrue(!subjects.getLast().isMeasuredBy("hpl"));
    }

    @Test
    void aPlanWithoutDisksNeedsNoSecondFormat() {
        Plan memory = PlanFile.read("memory.yaml", """
                ringside-plan: 1
                id: memory
                version: 1
                title: Memory
                description: No disk.
                affinity: free
                repetitions: {warm_up: 0, at_least: 1, at_most: 1, target_percent: 5}
                longest_s: 60
                benchmarks:
                  - {benchmark: lmbench-mem, operation: [rd], size: [64k], cores: [1]}
                """);
        var experiment = new Experiment(
                memory,
                true,
                List.of(GuestPlatform.QEMU, GuestPlatform.QEMU),
                List.of(1),
                List.of(Disk.Format.RAW, Disk.Format.QCOW2),
                GUEST);
        assertEquals(List.of("host", "qemu, raw"), labels(experiment));
    }

    @Test
    void whatDiffersBesideThePlatformIsSaidOnce() {
        var experiment = new Experiment(
                STUDY,
                true,
                List.of(GuestPlatform.QEMU, GuestPlatform.KVM),
                List.of(1, 2),
                List.of(Disk.Format.RAW),
                GUEST);
        List<Finding> unfair = experiment.unfair();
        assertEquals(unfair.size(), unfair.stream().distinct().count());
        assertTrue(
                unfair.stream().anyMatch(finding -> finding.values().containsValue(List.of("qemu"))), unfair::toString);
    }

    @Test
    void anExperimentWithoutAPlatformIsRefused() {
        assertThrows(
                RingsideException.class,
                () -> new Experiment(STUDY, true, List.of(), List.of(1), List.of(Disk.Format.RAW), GUEST));
    }
}
