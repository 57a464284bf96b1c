package ringside.core.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Cpu;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Disk;
import ringside.core.guest.Firmware;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.MachineType;
import ringside.core.guest.Memory;
import ringside.core.guest.Size;

/** What every driver keeps. A guest without an operating system is enough for it: its processor runs, and that is all. */
public abstract class HypervisorContract {
    private final String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    protected Path folder;

    private Hypervisor hypervisor;

    /** One more way to the same hypervisor; skips the test where there is none. */
    protected abstract Hypervisor open() throws Exception;

    protected abstract GuestPlatform platform();

    /** Where a disk can be made that the hypervisor reads. */
    protected Path disks() throws IOException {
        return folder;
    }

    @BeforeEach
    void begin() throws Exception {
        hypervisor = open();
    }

    @AfterEach
    void leaveNothing() {
        if (hypervisor == null) return;
        if (hypervisor.find(name).isPresent()) hypervisor.destroy(name);
        hypervisor.close();
    }

    protected Guest guest() throws IOException {
        Disk disk = Disk.of(disks().resolve(name + ".qcow2").toString(), Disk.Format.QCOW2)
                .withSize(Size.ofMib(16))
                .withCache(Disk.Cache.WRITEBACK);
        return Guest.named(name)
                .withCpu(Cpu.of(1).withModel(new CpuModel.Baseline()))
                .withMemory(Memory.of(Size.ofMib(64)))
                .withMachine(
                        Guest.named(name).machine().withType(MachineType.PC).withFirmware(new Firmware.Bios()))
                .withDisks(disk);
    }

    /** A guest that cannot start; empty for a driver that starts anything. */
    protected Optional<Guest> impossible() throws IOException {
        Disk missing = Disk.of(disks().resolve("nowhere/disk.qcow2").toString(), Disk.Format.QCOW2);
        return Optional.of(guest().withDisks(missing));
    }

    /** Within which time a guest powers off though it has no operating system that could; none if it does not. */
    protected Optional<Duration> powersOff() {
        return Optional.empty();
    }

    private Domain started() throws IOException {
        return hypervisor.start(Launch.of(guest(), platform()), Progress.SILENT);
    }

    private Ability ability(Operation operation) {
        return java.util.Objects.requireNonNull(hypervisor.abilities().get(operation));
    }

    private boolean can(Operation operation) {
        return ability(operation).isAble()
                && hypervisor.domain(name).can(operation).isAble();
    }

    @Test
    void everyOperationIsAbleOrSaysWhyNot() {
        assertEquals(
                EnumSet.allOf(Operation.class),
                Set.copyOf(hypervisor.abilities().keySet()));
        hypervisor
                .abilities()
                .forEach((operation, ability) ->
                        assertTrue(ability.isAble() != ability.why().length() > 10, operation + ": " + ability));
        assertFalse(hypervisor.name().isBlank());
        assertTrue(hypervisor.platforms().contains(platform()));
    }

    @Test
    void aGuestThatStartsIsListedUntilItIsDestroyed() throws Exception {
        Domain domain = started();
        assertEquals(name, domain.name());
        assertEquals(DomainState.RUNNING, domain.state());
        assertEquals(platform().id(), domain.platform());
        assertTrue(domain.ours());
        assertTrue(domain.leftover().isEmpty());
        try (Hypervisor another = open()) {
            assertEquals(DomainState.RUNNING, another.domain(name).state());
        }
        hypervisor.destroy(name);
        assertTrue(hypervisor.find(name).isEmpty());
    }

    @Test
    void aPausedGuestGoesOn() throws Exception {
        started();
        assumeTrue(can(Operation.PAUSE), () -> ability(Operation.PAUSE).why());
        hypervisor.pause(name);
        assertEquals(DomainState.PAUSED, hypervisor.domain(name).state());
        hypervisor.resume(name);
        assertEquals(DomainState.RUNNING, hypervisor.domain(name).state());
    }

    @Test
    void aGuestThatIsOffStartsOnceMoreAndOneWithoutAnOperatingSystemDoesNotPowerOff() throws Exception {
        started();
        if (powersOff().isPresent()) {
            assertTrue(hypervisor.stop(name, powersOff().get()));
            assertEquals(DomainState.OFF, hypervisor.domain(name).state());
            hypervisor.start(name);
            assertEquals(DomainState.RUNNING, hypervisor.domain(name).state());
            return;
        }
        assertFalse(hypervisor.stop(name, Duration.ofSeconds(1)));
        assertTrue(hypervisor.domain(name).state().isAlive());
    }

    @Test
    void aSnapshotIsListedAndComeBackTo() throws Exception {
        started();
        assumeTrue(can(Operation.SNAPSHOT), "no snapshots");
        assertEquals(List.of(), hypervisor.snapshots(name));
        hypervisor.snapshot(name, "before");
        assertEquals(List.of("before"), hypervisor.snapshots(name));
        hypervisor.revert(name, "before");
        assertEquals(DomainState.RUNNING, hypervisor.domain(name).state());
        assertThrows(RingsideException.class, () -> hypervisor.revert(name, "never"));
        assertThrows(RingsideException.class, () -> hypervisor.snapshot(name, "-rf /; \n"));
    }

    @Test
    void aSavedGuestGoesOnFromWhereItWas() throws Exception {
        started();
        assumeTrue(can(Operation.SAVE), "cannot save");
        hypervisor.save(name);
        assertEquals(DomainState.SAVED, hypervisor.domain(name).state());
        assertTrue(hypervisor.domain(name).can(Operation.RESTORE).isAble());
        hypervisor.restore(name);
        assertEquals(DomainState.RUNNING, hypervisor.domain(name).state());
    }

    @Test
    void aNameThatIsTakenIsRefusedAndTheFirstRunsOn() throws Exception {
        started();
        var refusal = assertThrows(RingsideException.class, this::started);
        assertTrue(refusal.problem().contains(name), refusal::problem);
        assertEquals(DomainState.RUNNING, hypervisor.domain(name).state());
    }

    @Test
    void aGuestThatCannotStartLeavesNothing() throws Exception {
        assumeTrue(impossible().isPresent(), "it starts whatever it is given");
        Guest broken = impossible().orElseThrow();
        var refusal = assertThrows(
                RingsideException.class, () -> hypervisor.start(Launch.of(broken, platform()), Progress.SILENT));
        assertFalse(refusal.remedy().isBlank());
        assertTrue(hypervisor.find(name).isEmpty());
        assertEquals(DomainState.RUNNING, started().state());
    }

    @Test
    void aCancelledStartLeavesNothing() throws Exception {
        Guest guest = guest();
        var starting = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            assertThrows(
                    Progress.Cancelled.class, () -> hypervisor.start(Launch.of(guest, platform()), Progress.SILENT));
        });
        starting.join();
        assertTrue(hypervisor.find(name).isEmpty());
    }

    @Test
    void aGuestThatIsNotThereIsSaidByItsName() {
        for (var asked : List.<org.junit.jupiter.api.function.Executable>of(
                () -> hypervisor.domain(name),
                () -> hypervisor.destroy(name),
                () -> hypervisor.start(name),
                () -> hypervisor.stop(name, Duration.ofSeconds(1)),
                () -> hypervisor.console(name),
                () -> hypervisor.address(name))) {
            var refusal = assertThrows(RingsideException.class, asked);
            assertTrue(refusal.problem().contains("\"" + name + "\""), refusal::problem);
        }
    }

    @Test
    void whatADriverCannotDoItRefusesWithItsReason() throws Exception {
        started();
        if (ability(Operation.MIGRATE).isAble()) return;
        var refusal = assertThrows(RingsideException.class, () -> hypervisor.migrate(name, "elsewhere"));
        assertTrue(refusal.problem().contains(ability(Operation.MIGRATE).why()), refusal::problem);
    }

    @Test
    void aGuestOfASessionThatHasEndedIsLeftOverAndCanBeRemoved() throws Exception {
        var gone = new Owner(hypervisorMachine(), 1 << 22, java.time.Instant.parse("2020-01-01T00:00:00Z"));
        hypervisor.start(Launch.of(guest(), platform()).with(gone), Progress.SILENT);
        Domain domain = hypervisor.domain(name);
        assertTrue(
                domain.leftover().orElse("").contains("has ended"),
                () -> domain.leftover().toString());
        hypervisor.destroy(name);
        assertTrue(hypervisor.find(name).isEmpty());
    }

    protected static String hypervisorMachine() {
        return "here";
    }
}
