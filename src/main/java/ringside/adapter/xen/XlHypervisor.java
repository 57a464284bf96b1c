package ringside.adapter.xen;

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

/** Xen through its own {@code xl}, in dom0 or over SSH. */
public final class XlHypervisor implements Hypervisor {
    private static final Duration LONG = Duration.ofMinutes(5);

    /** The host itself, as xl lists it. */
    private static final String DOM0 = "Domain-0";

    private final Shell host;
    private final Xl xl;
    private final Register register;
    private final String here;

    public XlHypervisor(Shell host, Register register, String here) {
        this.host = host;
        this.xl = new Xl(host);
        this.register = register;
        this.here = here;
    }

    @Override
    public String name() {
        return "Xen on " + host.name();
    }

    @Override
    public List<GuestPlatform> platforms() {
        return List.of(GuestPlatform.XEN_PVH, GuestPlatform.XEN_HVM, GuestPlatform.XEN_PV);
    }

    @Override
    public Map<Operation, Ability> abilities() {
        var abilities = new EnumMap<Operation, Ability>(Operation.class);
        for (Operation operation : Operation.values()) abilities.put(operation, Ability.Able.YES);
        Optional<String> hindrance = xl.hindrance();
        hindrance.ifPresent(why -> abilities.put(Operation.START, Ability.unable(why)));
        Ability none = Ability.unable("xl keeps no snapshots: what it saves ends the guest");
        abilities.put(Operation.SNAPSHOT, none);
        abilities.put(Operation.REVERT, none);
        abilities.put(
                Operation.MIGRATE,
                Ability.unable("what Ringside keeps of a guest stays on the host where it was started"));
        abilities.put(Operation.PLUG_CPU, Ability.unable("Ringside does not do it on Xen: xl vcpu-set would"));
        abilities.put(
                Operation.PLUG_MEMORY,
                Ability.unable("Ringside does not do it on Xen: xl mem-set would, by a balloon"));
        return abilities;
    }

    @Override
    public List<Domain> domains() {
        Map<String, DomainState> listed = xl.list();
        listed.remove(DOM0);
        var all = new ArrayList<Domain>();
        for (Found found : register.all()) {
            if (found.entry().isEmpty()
                    || !platforms().contains(found.entry().get().platform())) continue;
            DomainState state = Optional.ofNullable(listed.remove(found.name())).orElseGet(() -> found.unknown(here));
            all.add(Domain.of(
                    found, state, host.name(), here, cannot(found.entry().get())));
        }
        listed.forEach((name, state) -> all.add(Domain.foreign(name, "", host.name(), state)));
        all.sort(Comparator.comparing(Domain::name));
        return all;
    }

    private static Map<Operation, String> cannot(Entry entry) {
        return entry.address().isPresent()
                ? Map.of()
                : Map.of(Operation.ADDRESS, "none of its cards is on a network of which Ringside knows the address");
    }

    /** @throws RingsideException if it is not there, or is of somebody else */
    private Found ours(String name, Operation operation) {
        Domain domain = domain(name);
        if (!domain.ours())
            throw new RingsideException(
                    "Guest \"" + name + "\" takes no " + operation.word() + ": "
                            + domain.can(operation).why(),
                    "use xl on " + host.name());
        return register.find(name).orElseThrow();
    }

    @Override
    public Domain start(Launch launch, Progress progress) {
        xl.hindrance().ifPresent(why -> {
            throw new RingsideException(
                    "No guest starts on " + name() + ": " + why, "boot the host under Xen, with its tools");
        });
        String name = launch.guest().name();
        if (find(name).isPresent())
            throw new RingsideException(
                    name() + " has a guest \"" + name + "\" already",
                    "choose another name, or remove it by 'ringside guest destroy'");
        new XlStart(host, xl, register, here).start(launch, progress);
        return domain(name);
    }

    @Override
    public void start(String name) {
        Found found = ours(name, Operation.START);
        if (!domain(name).can(Operation.START).isAble())
            throw new RingsideException(
                    "Guest \"" + name + "\" cannot start: "
                            + domain(name).can(Operation.START).why(),
                    "see 'ringside guest list'");
        new XlStart(host, xl, register, here).create(found);
    }

    @Override
    public boolean stop(String name, Duration patience) {
        ours(name, Operation.STOP);
        // Without Xen's drivers in the guest the power button of an emulated machine is left
        xl.ask("shutdown", "-F", name);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!xl.list().containsKey(name)) return true;
            Progress.pause(Duration.ofMillis(300));
        }
        return false;
    }

    @Override
    public void destroy(String name) {
        Found found = ours(name, Operation.DESTROY);
        if (xl.list().containsKey(name)) xl.ask("destroy", name);
        register.remove(found);
    }

    @Override
    public void pause(String name) {
        ours(name, Operation.PAUSE);
        xl.ask("pause", name);
    }

    @Override
    public void resume(String name) {
        ours(name, Operation.PAUSE);
        xl.ask("unpause", name);
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
        return domain(name).address();
    }

    @Override
    public List<String> snapshots(String name) {
        domain(name);
        return List.of();
    }

    @Override
    public void snapshot(String name, String snapshot) {
        throw unable(Operation.SNAPSHOT);
    }

    @Override
    public void revert(String name, String snapshot) {
        throw unable(Operation.REVERT);
    }

    private RingsideException unable(Operation operation) {
        return unable(
                operation,
                switch (operation) {
                    case MIGRATE -> "use xl migrate, and Ringside no more for that guest";
                    case PLUG_CPU, PLUG_MEMORY -> "use that on " + host.name();
                    default -> "save it instead";
                });
    }

    @Override
    public void save(String name) {
        Found found = ours(name, Operation.SAVE);
        SavedMemory memory = memory(found);
        try {
            xl.within(LONG, "save", name, memory.half());
        } catch (RuntimeException failed) {
            goOn(name, memory, failed);
            throw failed;
        }
        memory.whole();
    }

    private SavedMemory memory(Found found) {
        return new SavedMemory(host, found.name(), found.folder());
    }

    /** xl lets a guest go on that it could not save, unless it was ended itself. */
    private void goOn(String name, SavedMemory memory, RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            if (xl.list().containsKey(name)) memory.undo();
            if (xl.list().get(name) == DomainState.PAUSED) xl.ask("unpause", name);
        } catch (RingsideException silent) {
            failed.addSuppressed(silent);
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    @Override
    public void restore(String name) {
        Found found = ours(name, Operation.RESTORE);
        if (!found.saved())
            throw new RingsideException("Nothing of guest \"" + name + "\" was saved", "start it instead");
        SavedMemory memory = memory(found);
        xl.within(LONG, "restore", memory.file());
        memory.forget();
        new XlStart(host, xl, register, here).listen(found);
    }

    @Override
    public Migration migrate(String name, String destination) {
        throw unable(Operation.MIGRATE);
    }

    @Override
    public void plugCpu(String name) {
        throw unable(Operation.PLUG_CPU);
    }

    @Override
    public void plugMemory(String name, Size more) {
        throw unable(Operation.PLUG_MEMORY);
    }

    @Override
    public void close() {
        host.close();
    }
}
