package ringside.adapter.qemu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Size;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Register.Found;
import ringside.core.hypervisor.SavedMemory;
import ringside.core.hypervisor.Snapshots;

/**
 * QEMU itself, emulating or with KVM: a process for each guest, which goes on when Ringside ends and is found again in the
 * register of its host.
 */
public final class QemuHypervisor implements Hypervisor {
    private static final Duration WRITING = Duration.ofMinutes(5);

    /** A process that has ended and whose parent does not care is there still, as a zombie. */
    static final String GONE =
            "gone() { case $(cat \"/proc/$1/stat\" 2>/dev/null) in '' | *') Z '*) return 0 ;; esac;" + " return 1; }; ";

    /** Until the process has ended, but no longer than so many tenths of a second. */
    static final String AWAIT =
            GONE + "n=0; until gone \"$1\" || [ \"$n\" -ge \"$2\" ]; do sleep 0.1; n=$((n + 1)); done; gone \"$1\"";

    /** Asked first, then not. */
    private static final String END = GONE
            + "kill \"$1\" 2>/dev/null; n=0; until gone \"$1\" || [ $n -ge 100 ]; do"
            + " [ $n = 40 ] && kill -9 \"$1\"; sleep 0.05; n=$((n + 1)); done; gone \"$1\"";

    private final Shell host;
    private final GuestPlatform platform;
    private final Register register;
    private final String here;

    /** @param platform {@code QEMU} (emulating) or {@code KVM} */
    public QemuHypervisor(Shell host, GuestPlatform platform, Register register, String here) {
        if (platform != GuestPlatform.QEMU && platform != GuestPlatform.KVM)
            throw new IllegalArgumentException("not QEMU's own: " + platform.id());
        this.host = host;
        this.platform = platform;
        this.register = register;
        this.here = here;
    }

    @Override
    public String name() {
        return (platform == GuestPlatform.KVM ? "QEMU with KVM on " : "QEMU on ") + host.name();
    }

    @Override
    public List<GuestPlatform> platforms() {
        return List.of(platform);
    }

    @Override
    public Map<Operation, Ability> abilities() {
        var abilities = new EnumMap<Operation, Ability>(Operation.class);
        for (Operation operation : Operation.values()) abilities.put(operation, Ability.Able.YES);
        abilities.put(Operation.START, starts());
        return abilities;
    }

    private Ability starts() {
        String program = QemuStart.PROGRAM;
        if (!host.run(Command.of("sh", "-c", "command -v " + program)).succeeded())
            return Ability.unable(program + " is not installed on " + host.name());
        if (platform == GuestPlatform.QEMU) return Ability.Able.YES;
        Answer kvm = host.run(Command.of("sh", "-c", "[ -e /dev/kvm ] || exit 3; [ -r /dev/kvm ] && [ -w /dev/kvm ]"));
        if (kvm.exit() == 3) return Ability.unable("there is no /dev/kvm on " + host.name());
        return kvm.succeeded()
                ? Ability.Able.YES
                : Ability.unable("this user may not open /dev/kvm on " + host.name() + ": be in the group kvm");
    }

    @Override
    public List<Domain> domains() {
        return register.all().stream()
                .filter(found -> found.entry().isEmpty() || found.entry().get().platform() == platform)
                .map(this::domain)
                .sorted(Comparator.comparing(Domain::name))
                .toList();
    }

    private Domain domain(Found found) {
        boolean runs =
                found.started() && (found.pid().isPresent() || found.before().isPresent());
        DomainState state = runs ? state(found) : found.unknown(here);
        return Domain.of(
                found,
                state,
                host.name(),
                here,
                found.entry().map(entry -> cannot(entry, state)).orElse(Map.of()));
    }

    private static Map<Operation, String> cannot(Entry entry, DomainState state) {
        Map<Operation, String> cannot = cannot(entry);
        if (!state.isAlive()) cannot.putIfAbsent(Operation.SNAPSHOT, "it does not run, and QEMU keeps what runs");
        return cannot;
    }

    /** Of two QEMUs the first has it until it has handed it over. */
    private DomainState state(Found found) {
        Monitor monitor = monitor(found);
        try {
            if (found.before().isPresent()
                    && (found.pid().isEmpty() || word(monitor).equals("inmigrate")))
                monitor = new Monitor(host, found.name(), found.folder() + "/qmp.before");
            return switch (word(monitor)) {
                case "running" -> DomainState.RUNNING;
                case "guest-panicked", "internal-error" -> DomainState.CRASHED;
                case "shutdown" -> DomainState.OFF;
                case "" -> DomainState.UNKNOWN;
                default -> DomainState.PAUSED;
            };
        } catch (RingsideException silent) {
            return DomainState.UNKNOWN;
        }
    }

    private static String word(Monitor monitor) {
        return monitor.ask("query-status") instanceof Map<?, ?> map ? String.valueOf(map.get("status")) : "";
    }

    private static Map<Operation, String> cannot(Entry entry) {
        var cannot = new EnumMap<Operation, String>(Operation.class);
        String settled = settled(entry.list(QemuStart.ARGV));
        if (!settled.isEmpty()) cannot.put(Operation.MIGRATE, settled);
        String snapshots = entry.text(QemuStart.NO_SNAPSHOTS);
        if (!snapshots.isEmpty()) {
            cannot.put(Operation.SNAPSHOT, snapshots);
            cannot.put(Operation.REVERT, snapshots);
        }
        if (entry.text(QemuStart.CONSOLE).isEmpty()) cannot.put(Operation.CONSOLE, "it has no serial port");
        if (entry.address().isEmpty())
            cannot.put(Operation.ADDRESS, "none of its cards is on a user network with a port for SSH");
        return cannot;
    }

    /** Why it cannot leave its QEMU; empty if it can. */
    private static String settled(List<String> argv) {
        for (String word : argv) {
            if (word.startsWith("vfio-pci")) return "it has a device of the host, which cannot come along";
            if (word.startsWith("emulator,id=")) return "the program that is its TPM serves one QEMU only";
            if (word.startsWith("tap,") && word.contains("ifname="))
                return "one of its cards is on an interface of the host that serves one QEMU only";
        }
        return "";
    }

    private Monitor monitor(Found found) {
        return new Monitor(host, found.name(), found.folder() + "/qmp");
    }

    /** @throws RingsideException if there is none of that name */
    private Found found(String name) {
        return register.find(name)
                .filter(one -> one.entry().isEmpty() || one.entry().get().platform() == platform)
                .orElseThrow(() -> new RingsideException(
                        name() + " has no guest \"" + name + "\"", "'ringside guest list' names those there are"));
    }

    private Found alive(String name) {
        Found found = found(name);
        if (found.pid().isPresent()) return found;
        throw new RingsideException("Guest \"" + name + "\" does not run", "start it first");
    }

    @Override
    public Domain start(Launch launch, Progress progress) {
        // Of a QEMU that is not there its own start tells
        Ability able = platform == GuestPlatform.KVM ? starts() : Ability.Able.YES;
        if (!able.isAble())
            throw new RingsideException(
                    "No guest starts on " + name() + ": " + able.why(),
                    "'ringside doctor' says what this machine lacks, and 'ringside features probe' what it has");
        new QemuStart(host, register, platform, here).start(launch, progress);
        return domain(launch.guest().name());
    }

    @Override
    public void start(String name) {
        Found found = found(name);
        if (found.pid().isPresent())
            throw new RingsideException("Guest \"" + name + "\" runs already", "nothing is to do");
        if (found.saved())
            throw new RingsideException("The memory of guest \"" + name + "\" is saved", "go on from there by restore");
        again(found, List.of());
    }

    private void again(Found found, List<String> more) {
        Entry entry = found.entry()
                .orElseThrow(() -> new RingsideException(
                        "Guest \"" + found.name() + "\" was never made whole",
                        "remove it by 'ringside guest destroy'"));
        var words = new ArrayList<>(entry.list(QemuStart.ARGV));
        words.addAll(more);
        QemuStart.run(host, entry.name(), found.folder(), words);
    }

    @Override
    public boolean stop(String name, Duration patience) {
        Found found = alive(name);
        long pid = found.pid().orElseThrow();
        monitor(found).ask("system_powerdown");
        return host.run(Command.of("sh", "-c", AWAIT, "sh", "" + pid, "" + patience.toMillis() / 100)
                        .within(patience.plusSeconds(10)))
                .succeeded();
    }

    @Override
    public void destroy(String name) {
        Found found = found(name);
        found.pid().ifPresent(pid -> end(name, pid));
        found.before().ifPresent(pid -> end(name, pid));
        register.remove(found);
    }

    private void end(String name, long pid) {
        Answer answer = host.run(Command.of("sh", "-c", END, "sh", "" + pid).within(Duration.ofSeconds(15)));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The QEMU of guest \"" + name + "\" (process " + pid + " on " + host.name() + ") does not end",
                    "end it by hand as the user who started it");
    }

    @Override
    public void pause(String name) {
        monitor(alive(name)).ask("stop");
    }

    @Override
    public void resume(String name) {
        monitor(alive(name)).ask("cont");
    }

    @Override
    public String console(String name) {
        Found found = found(name);
        Answer answer = host.run(Command.of("tail", "-c", "" + (256 << 10), "--", found.folder() + "/console.log"));
        return answer.succeeded() ? answer.out() : "";
    }

    @Override
    public Optional<Address> address(String name) {
        return found(name).entry().flatMap(Entry::address);
    }

    @Override
    public List<String> snapshots(String name) {
        return found(name)
                .entry()
                .map(entry -> entry.list(QemuStart.IMAGES))
                .filter(images -> !images.isEmpty())
                .map(images -> ImageSnapshots.in(host, images.getFirst()))
                .orElse(List.of());
    }

    @Override
    public void snapshot(String name, String snapshot) {
        Snapshots.check(snapshot);
        Found found = alive(name);
        refuse(found, Operation.SNAPSHOT, "give all its disks the format qcow2");
        human(found, "savevm " + snapshot);
    }

    @Override
    public void revert(String name, String snapshot) {
        Snapshots.check(snapshot);
        Found found = found(name);
        refuse(found, Operation.REVERT, "give all its disks the format qcow2");
        if (found.pid().isPresent()) human(found, "loadvm " + snapshot);
        else again(found, List.of("-loadvm", snapshot));
        // What was saved fits to disks that are no more
        new SavedMemory(host, name, found.folder()).forget();
    }

    private void refuse(Found found, Operation operation, String remedy) {
        found.entry()
                .map(QemuHypervisor::cannot)
                .map(cannot -> cannot.get(operation))
                .ifPresent(why -> {
                    throw new RingsideException(
                            "Guest \"" + found.name() + "\" takes no " + operation.word() + ": " + why, remedy);
                });
    }

    private void human(Found found, String line) {
        String complaint = monitor(found).human(line, Monitor.LONG).strip();
        if (!complaint.isEmpty())
            throw new RingsideException(
                    "QEMU refuses '" + line + "' for guest \"" + found.name() + "\": "
                            + complaint.lines().findFirst().orElse(""),
                    "'ringside guest snapshot --list' names those there are");
    }

    @Override
    public void save(String name) {
        Found found = alive(name);
        new Saving(host, monitor(found), found).save(WRITING);
    }

    @Override
    public void restore(String name) {
        Found found = found(name);
        if (!found.saved())
            throw new RingsideException("Nothing of guest \"" + name + "\" was saved", "start it instead");
        var saving = new Saving(host, monitor(found), found);
        again(found, List.of("-incoming", saving.incoming()));
        try {
            saving.restored(WRITING);
        } catch (RuntimeException failed) {
            giveUp(name, failed);
            throw failed;
        }
    }

    /** What read only a part of its memory is ended; what was saved is there still. */
    private void giveUp(String name, RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            found(name).pid().ifPresent(pid -> end(name, pid));
        } catch (RingsideException silent) {
            failed.addSuppressed(silent);
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    @Override
    public Migration migrate(String name, String destination) {
        if (!destination.isEmpty())
            throw new RingsideException(
                    name() + " cannot move guests to " + destination
                            + ": what Ringside keeps of a guest stays on the host where it was started",
                    "name no destination: then it goes on in another QEMU on its host");
        Found found = alive(name);
        refuse(found, Operation.MIGRATE, "it can be saved and restored");
        return new Moving(host, found).move(WRITING);
    }

    @Override
    public void plugCpu(String name) {
        Found found = alive(name);
        register.keep(new Plugging(monitor(found), found).cpu());
    }

    @Override
    public void plugMemory(String name, Size more) {
        Found found = alive(name);
        register.keep(new Plugging(monitor(found), found).memory(more));
    }

    @Override
    public void close() {
        host.close();
    }
}
