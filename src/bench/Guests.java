import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringside.core.Progress;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.AccessQuestions;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Launch;
import ringside.workbench.Workbench;

/** What starting a guest costs above its bare QEMU command: both until QEMU is in the background. */
final class Guests {
    private static final String GUEST = """
            ringside-guest: 1
            name: bench
            cpu: {vcpus: 1, model: baseline}
            memory: {size: 64 MiB}
            machine: {type: pc, firmware: bios}
            nics: []
            platforms: {chosen: [qemu]}
            """;

    private Guests() {}

    static void measure(Path folder, Clock clock) throws Exception {
        Guest guest = GuestFile.read("bench", GUEST);
        try (Hypervisor qemu = Workbench.hypervisors().open(Place.here(Driver.QEMU), AccessQuestions.NOBODY)) {
            if (qemu.find("bench").isPresent()) throw new IllegalStateException("a guest 'bench' is there");
            for (int round = 0; round <= 2 * Clock.ROUNDS; round++) {
                boolean warm = round > 0;
                bare(guest, folder, warm ? clock : new Clock());
                driven(qemu, guest, warm ? clock : new Clock());
            }
        }
    }

    private static void bare(Guest guest, Path folder, Clock clock) throws Exception {
        Path pid = folder.resolve("pid");
        var words = new ArrayList<String>();
        for (String word : Rendering.of(guest, Target.of(GuestPlatform.QEMU)).commands().getLast())
            words.add(word.startsWith("pty,id=serial0") ? "file,id=serial0,path=" + folder.resolve("console") : word);
        words.addAll(List.of("-pidfile", pid.toString(), "-daemonize"));
        words.addAll(List.of("-qmp", "unix:" + folder.resolve("qmp") + ",server=on,wait=off"));
        clock.time("the bare QEMU command", () -> Clock.run(folder, words.toArray(String[]::new)));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void driven(Hypervisor qemu, Guest guest, Clock clock) throws Exception {
        clock.time("the same by the driver, kept and asked for its state", () ->
                qemu.start(Launch.of(guest, GuestPlatform.QEMU), Progress.SILENT));
        qemu.destroy("bench");
    }
}
