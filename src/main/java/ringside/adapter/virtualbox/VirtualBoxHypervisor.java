package ringside.adapter.virtualbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import ringside.core.hypervisor.Snapshots;

/** VirtualBox through VBoxManage, on this host or over SSH, as the user who is there: each user has machines of their own. */
public final class VirtualBoxHypervisor implements Hypervisor {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Shell host;
    private final Machines machines;
    private final Register register;
    private final String here;

    public VirtualBoxHypervisor(Shell host, Register register, String here) {
        this.host = host;
        this.machines = new Machines(host);
        this.register = register;
        this.here = here;
    }

    @Override
    public String name() {
        return "VirtualBox on " + host.name();
    }

    @Override
    public List<GuestPlatform> platforms() {
        return List.of(GuestPlatform.VIRTUALBOX);
    }

    @Override
    public Map<Operation, Ability> abilities() {
        var abilities = new EnumMap<Operation, Ability>(Operation.class);
        for (Operation operation : Operation.values()) abilities.put(operation, Ability.Able.YES);
        machines.hindrance().ifPresent(why -> abilities.put(Operation.START, Ability.unable(why)));
        abilities.put(
                Operation.MIGRATE,
                Ability.unable("VirtualBox's teleporting needs a machine made for it at the other end"));
        abilities.put(
                Operation.PLUG_CPU,
                Ability.unable("VirtualBox wants its machine made for that: VBoxManage modifyvm --cpuhotplug on"));
        abilities.put(Operation.PLUG_MEMORY, Ability.unable("VirtualBox gives no more memory to a guest that runs"));
        return abilities;
    }

    @Override
    public List<Domain> domains() {
        Set<String> all = machines.names("vms");
        Set<String> running = machines.names("runningvms");
        var domains = new ArrayList<Domain>();
        for (Found found : register.all()) {
            if (found.entry().isEmpty() || found.entry().get().platform() != GuestPlatform.VIRTUALBOX) continue;
            DomainState state = all.remove(found.name())
                    ? known(found)
                    : found.started() ? DomainState.BROKEN : found.unknown(here);
            domains.add(Domain.of(
                    found, state, host.name(), here, cannot(found.entry().get())));
        }
        for (String name : all)
            domains.add(Domain.foreign(
                    name, "virtualbox", host.name(), running.contains(name) ? DomainState.RUNNING : DomainState.OFF));
        domains.sort(Comparator.comparing(Domain::name));
        return domains;
    }

    /** While it is made VirtualBox knows it already, powered off. */
    private DomainState known(Found found) {
        return found.started() ? machines.state(found.name()) : found.unknown(here);
    }

    private static Map<Operation, String> cannot(Entry entry) {
        var cannot = new EnumMap<Operation, String>(Operation.class);
        if (entry.text(VirtualBoxStart.CONSOLE).isEmpty()) cannot.put(Operation.CONSOLE, "it has no serial port");
        return cannot;
    }

    /** @throws RingsideException if it is not there, or is of somebody else */
    private Found ours(String name, Operation operation) {
        Domain domain = domain(name);
        if (!domain.ours())
            throw new RingsideException(
                    "Guest \"" + name + "\" takes no " + operation.word() + ": "
                            + domain.can(operation).why(),
                    "use VBoxManage on " + host.name());
        return register.find(name).orElseThrow();
    }

    @Override
    public Domain start(Launch launch, Progress progress) {
        machines.hindrance().ifPresent(why -> {
            throw new RingsideException("No guest starts on " + name() + ": " + why, "mend that, and try again");
        });
        String name = launch.guest().name();
        if (find(name).isPresent())
            throw new RingsideException(
                    name() + " has a guest \"" + name + "\" already",
                    "choose another name, or remove it by 'ringside guest destroy'");
        new VirtualBoxStart(host, machines, register, here).start(launch, progress);
        return domain(name);
    }

    @Override
    public void start(String name) {
        ours(name, Operation.START);
        machines.ask("startvm", name, "--type", "headless");
    }

    @Override
    public boolean stop(String name, Duration patience) {
        ours(name, Operation.STOP);
        machines.ask("controlvm", name, "acpipowerbutton");
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (machines.state(name) == DomainState.OFF) return true;
            Progress.pause(LOOK);
        }
        return false;
    }

    @Override
    public void destroy(String name) {
        Found found = ours(name, Operation.DESTROY);
        if (machines.names("vms").contains(name)) erase(name, found.entry());
        register.remove(found);
    }

    /** Its own files go with its folder; VirtualBox would delete the user's disks, too. */
    private void erase(String name, Optional<Entry> entry) {
        if (machines.names("runningvms").contains(name)) machines.ask("controlvm", name, "poweroff");
        machines.patiently("unregistervm", name);
        entry.ifPresent(known -> {
            for (String disk : known.list(VirtualBoxStart.DISKS)) machines.run("closemedium", "disk", disk);
            for (String dvd : known.list(VirtualBoxStart.DVDS)) machines.run("closemedium", "dvd", dvd);
        });
    }

    @Override
    public void pause(String name) {
        ours(name, Operation.PAUSE);
        machines.ask("controlvm", name, "pause");
    }

    @Override
    public void resume(String name) {
        ours(name, Operation.PAUSE);
        machines.ask("controlvm", name, "resume");
    }

    @Override
    public String console(String name) {
        domain(name);
        Optional<Found> found = register.find(name);
        if (found.isEmpty()) return "";
        Answer answer = host.run(
                Command.of("tail", "-c", "" + (256 << 10), "--", found.get().folder() + "/console.log"));
        return answer.succeeded() ? answer.out() : "";
    }

    @Override
    public Optional<Address> address(String name) {
        Domain domain = domain(name);
        if (domain.address().isPresent() || !domain.state().isAlive()) return domain.address();
        return machines.address(name).map(address -> new Address(address, 22));
    }

    @Override
    public List<String> snapshots(String name) {
        domain(name);
        return machines.snapshots(name);
    }

    @Override
    public void snapshot(String name, String snapshot) {
        Snapshots.check(snapshot);
        ours(name, Operation.SNAPSHOT);
        machines.within(LONG, "snapshot", name, "take", snapshot);
    }

    /** VirtualBox goes back to a snapshot of a machine that is off, and it goes on from there. */
    @Override
    public void revert(String name, String snapshot) {
        Snapshots.check(snapshot);
        ours(name, Operation.REVERT);
        if (!machines.snapshots(name).contains(snapshot))
            throw new RingsideException(
                    "Guest \"" + name + "\" has no snapshot " + snapshot,
                    "'ringside guest snapshot " + name + "' lists them");
        if (machines.names("runningvms").contains(name)) machines.ask("controlvm", name, "poweroff");
        machines.patiently("snapshot", name, "restore", snapshot);
        machines.ask("startvm", name, "--type", "headless");
    }

    @Override
    public void save(String name) {
        ours(name, Operation.SAVE);
        machines.within(LONG, "controlvm", name, "savestate");
    }

    @Override
    public void restore(String name) {
        ours(name, Operation.RESTORE);
        if (machines.state(name) != DomainState.SAVED)
            throw new RingsideException("Nothing of guest \"" + name + "\" was saved", "start it instead");
        machines.within(LONG, "startvm", name, "--type", "headless");
    }

    @Override
    public Migration migrate(String name, String destination) {
        throw unable(Operation.MIGRATE, "save it, and move its files by hand");
    }

    @Override
    public void plugCpu(String name) {
        throw unable(Operation.PLUG_CPU, "stop it, and start it with more");
    }

    @Override
    public void plugMemory(String name, Size more) {
        throw unable(Operation.PLUG_MEMORY, "stop it, and start it with more");
    }

    @Override
    public void close() {
        host.close();
    }
}
