package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.core.host.AccessQuestions;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;

/** The program killed while it starts a guest, at points of chance: whatever it leaves is listed, and goes when removed. */
class KilledStartTest {
    private static final int TIMES = Integer.getInteger("ringside.kills", 6);
    private static final long SEED = 2013;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftThatIsNotListedAndCannotBeRemoved() throws Exception {
        Lab.needs("qemu-system-x86_64");
        Lab.needs("qemu-img");
        Path yaml = Files.writeString(folder.resolve("tiny.yaml"), """
                ringside-guest: 1
                name: tiny
                cpu: {vcpus: 1, model: baseline}
                memory: {size: 64 MiB}
                machine: {type: pc, firmware: bios}
                disks: [{path: %s/tiny.qcow2, format: qcow2, size: 16 MiB}]
                platforms: {chosen: [qemu]}
                """.formatted(folder));
        var chance = new Random(SEED);
        long whole = start(yaml, Long.MAX_VALUE);
        assertEquals(1, running());
        remove();
        for (int i = 0; i < TIMES; i++) {
            start(yaml, (long) (whole * (0.3 + 0.7 * chance.nextDouble())));
            Thread.sleep(300); // what it began in its last moment
            remove();
        }
    }

    /** @return milliseconds it took to its own end, or to the kill */
    private long start(Path yaml, long killAfter) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "ringside.Ringside",
                        "guest",
                        "start",
                        "--spec",
                        yaml.toString(),
                        "--on",
                        "qemu")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        long began = System.nanoTime();
        Process process = builder.start();
        while (process.isAlive() && (System.nanoTime() - began) / 1_000_000 < killAfter) Thread.sleep(5);
        process.destroyForcibly().waitFor();
        long took = (System.nanoTime() - began) / 1_000_000;
        if (killAfter == Long.MAX_VALUE) assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
        return took;
    }

    private void remove() {
        var drivers = new Drivers(Hosts.shells(), folder.resolve("data/ringside"));
        try (Hypervisor qemu = drivers.open(Place.here(Driver.QEMU), AccessQuestions.NOBODY)) {
            List<String> listed = qemu.domains().stream().map(Domain::name).toList();
            assertTrue(running() == 0 || !listed.isEmpty(), "a QEMU runs that is not listed");
            listed.forEach(qemu::destroy);
            assertEquals(List.of(), qemu.domains());
        }
        assertEquals(0, running(), "a QEMU runs that was removed");
    }

    /** QEMUs of ours, by the folder in their arguments. */
    private long running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("qemu-system") && line.contains(folder.toString()))
                        .isPresent())
                .filter(process -> !process.equals(ProcessHandle.current()))
                .count();
    }
}
