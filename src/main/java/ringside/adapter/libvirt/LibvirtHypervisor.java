package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libvirt.DomainInfo;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.LifecycleListener;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Size;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
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

/**
 * libvirt, through its library, at any of its connections. What a daemon has is asked for by the library; files of a guest
 * are made and read on the daemon's host.
 */
public final class LibvirtHypervisor implements Hypervisor {
    /** A guest's memory is written or read meanwhile. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Duration SHORT = Duration.ofSeconds(30);

    /** virDomainUndefineFlagsValues: managed save 1, snapshots' metadata 2, NVRAM 4. No driver knows all but QEMU's. */
    private static final List<Integer> UNDEFINE = List.of(1 | 2 | 4, 1 | 2, 0);

    /** virDomainInterfaceAddressesSource. */
    private static final List<Integer> ADDRESS_SOURCES = List.of(0, 1, 2);

    private final Shell host;
    private final Link link;
    private final Register register;
    private final String here;
    private final List<GuestPlatform> platforms;

    /**
     * @param host the daemon's
     * @param uri the connection, as libvirt on this machine names it
     */
    public LibvirtHypervisor(Shell host, String uri, Register register, String here) {
        this.host = host;
        this.link = new Link(uri);
        this.register = register;
        this.here = here;
        this.platforms = platforms(link);
    }

    /** The usual connection to a host's daemon. */
    public static String usual(Target host) {
        return switch (host) {
            case Target.Local here -> "qemu:///system";
            case Target.Ssh there -> "qemu+" + there.text() + "/system";
        };
    }

    private static List<GuestPlatform> platforms(Link link) {
        String scheme = link.uri().replaceFirst("[:+].*", "");
        String capabilities = link.ask("tell what it can do", Connection::getCapabilities);
        return switch (scheme) {
            case "xen" -> List.of(GuestPlatform.LIBVIRT_XEN);
            case "vbox" -> List.of(GuestPlatform.VIRTUALBOX);
            case "test" -> List.of(GuestPlatform.LIBVIRT_QEMU);
            default ->
                capabilities.contains("<domain type='kvm'")
                        ? List.of(GuestPlatform.LIBVIRT_KVM, GuestPlatform.LIBVIRT_QEMU)
                        : List.of(GuestPlatform.LIBVIRT_QEMU);
        };
    }

    @Override
    public String name() {
        return "libvirt (" + link.uri() + ")";
    }

    @Override
    public List<GuestPlatform> platforms() {
        return platforms;
    }

    private boolean isQemu() {
        return link.uri().startsWith("qemu");
    }

    @Override
    public Map<Operation, Ability> abilities() {
        var abilities = new EnumMap<Operation, Ability>(Operation.class);
        for (Operation operation : Operation.values()) abilities.put(operation, Ability.Able.YES);
        if (link.uri().startsWith("test"))
            abilities.put(Operation.CONSOLE, Ability.unable("libvirt's test driver runs nothing that could print"));
        if (link.uri().startsWith("xen"))
            for (Operation each : List.of(Operation.SNAPSHOT, Operation.REVERT))
                abilities.put(each, Ability.unable("libvirt's Xen driver has no snapshots"));
        if (link.uri().startsWith("vbox"))
            for (Operation each : List.of(Operation.SAVE, Operation.RESTORE))
                abilities.put(each, Ability.unable("libvirt's VirtualBox driver has no managed save"));
        abilities.put(
                Operation.PLUG_MEMORY,
                Ability.unable("the domains that Ringside describes to libvirt have no slots for memory"));
        if (!isQemu())
            for (Operation each : List.of(Operation.MIGRATE, Operation.PLUG_CPU))
                abilities.put(each, Ability.unable("Ringside does it with libvirt's QEMU driver alone"));
        return abilities;
    }

    @Override
    public List<Domain> domains() {
        Map<String, Found> started = started();
        var all = new ArrayList<Domain>();
        for (Seen seen : link.ask("list its domains", connection -> Seen.all(connection)))
            all.add(domain(seen, Optional.ofNullable(started.remove(seen.name()))));
        started.values().forEach(lost -> all.add(lost(lost)));
        all.sort(Comparator.comparing(Domain::name));
        return all;
    }

    /** Of this connection. */
    private Map<String, Found> started() {
        var started = new HashMap<String, Found>();
        for (Found found : register.all())
            if (found.entry().isPresent()
                    && found.entry().get().text(Entry.CONNECTION).equals(link.uri())) started.put(found.name(), found);
        return started;
    }

    private Domain domain(Seen seen, Optional<Found> found) {
        Optional<Entry> entry = found.flatMap(Found::entry);
        return new Domain(
                seen.name(),
                entry.map(known -> known.platform().id()).orElseGet(seen::platform),
                host.name(),
                seen.state(),
                found.isPresent(),
                entry.flatMap(known -> known.owner().gone(here)),
                entry.map(Entry::began),
                seen.state().isAlive() ? entry.flatMap(Entry::address) : Optional.empty(),
                entry.flatMap(Entry::login),
                entry.map(LibvirtHypervisor::cannot).orElse(Map.of()));
    }

    /** A guest that libvirt does not know: not yet, or no more. */
    private Domain lost(Found found) {
        Entry entry = found.entry().orElseThrow();
        boolean making = !found.started() && entry.starter().gone(here).isEmpty();
        return new Domain(
                found.name(),
                entry.platform().id(),
                host.name(),
                making ? DomainState.STARTING : DomainState.BROKEN,
                true,
                making ? Optional.empty() : Optional.of("libvirt does not know it (any more)"),
                Optional.of(entry.began()),
                Optional.empty(),
                entry.login(),
                Map.of());
    }

    private static Map<Operation, String> cannot(Entry entry) {
        var cannot = new EnumMap<Operation, String>(Operation.class);
        String snapshots = entry.text(LibvirtStart.NO_SNAPSHOTS);
        if (!snapshots.isEmpty()) {
            cannot.put(Operation.SNAPSHOT, snapshots);
            cannot.put(Operation.REVERT, snapshots);
        }
        if (entry.text(LibvirtStart.CONSOLE).isEmpty()) cannot.put(Operation.CONSOLE, "it has no serial port");
        return cannot;
    }

    /** Does something with a domain, and gives its handle back. */
    private <T> T with(Duration limit, String what, String name, Action<T> action) {
        return link.order(limit, what + " guest \"" + name + "\"", connection -> {
            org.libvirt.Domain domain = lookup(connection, name);
            try {
                return action.on(domain);
            } finally {
                domain.free();
            }
        });
    }

    @FunctionalInterface
    private interface Action<T> {
        T on(org.libvirt.Domain domain) throws LibvirtException;
    }

    private org.libvirt.Domain lookup(Connection connection, String name) throws LibvirtException {
        for (String each : Seen.names(connection)) if (each.equals(name)) return connection.domainLookupByName(name);
        throw unknown(name);
    }

    private RingsideException unknown(String name) {
        return new RingsideException(
                name() + " has no guest \"" + name + "\"", "'ringside guest list' names those there are");
    }

    /** @throws RingsideException if it is not there, or not ours: of others nothing is changed */
    private Found ours(String name, Operation operation) {
        Domain domain = domain(name);
        Ability able = domain.ours() ? Ability.Able.YES : domain.can(operation);
        if (!able.isAble())
            throw new RingsideException(
                    "Guest \"" + name + "\" takes no " + operation.word() + ": " + able.why(),
                    "use virsh -c " + link.uri());
        return register.find(name).orElseThrow(() -> unknown(name));
    }

    @Override
    public Domain start(Launch launch, Progress progress) {
        if (find(launch.guest().name()).isPresent())
            throw new RingsideException(
                    name() + " has a guest \"" + launch.guest().name() + "\" already",
                    "choose another name, or remove it by 'ringside guest destroy'");
        new LibvirtStart(host, register, link, platforms, here).start(launch, progress);
        return domain(launch.guest().name());
    }

    @Override
    public void start(String name) {
        Found found = ours(name, Operation.START);
        with(SHORT, "start", name, org.libvirt.Domain::create);
        Forwards.open(link, found);
    }

    @Override
    public boolean stop(String name, Duration patience) {
        ours(name, Operation.STOP);
        var off = new CountDownLatch(1);
        try (Watching watching = new Watching(link, (changed, event) -> {
            if (changed.equals(name) && event == DomainEventType.STOPPED) off.countDown();
        })) {
            with(SHORT, "stop", name, domain -> {
                domain.shutdown();
                return 0;
            });
            return await(off, patience, name);
        }
    }

    /** A driver without events is asked at the end. */
    private boolean await(CountDownLatch off, Duration patience, String name) {
        try {
            if (off.await(patience.toMillis(), TimeUnit.MILLISECONDS)) return true;
            return domain(name).state() == DomainState.OFF;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    @Override
    public void destroy(String name) {
        Found found = ours(name, Operation.DESTROY);
        if (domain(name).state() != DomainState.BROKEN) with(SHORT, "destroy", name, LibvirtHypervisor::erase);
        else Moving.clear(found);
        String room = found.entry().map(entry -> entry.text(LibvirtStart.ROOM)).orElse("");
        if (!room.isEmpty() && !room.equals(found.folder())) host.run(Command.of("rm", "-rf", "--", room));
        register.remove(found);
    }

    static int erase(org.libvirt.Domain domain) throws LibvirtException {
        if (domain.isActive() == 1) domain.destroy();
        if (domain.isPersistent() != 1) return 0;
        for (int flags : UNDEFINE)
            try {
                domain.undefine(flags);
                return 0;
            } catch (LibvirtException unknownFlag) {
                if (flags == 0) throw unknownFlag;
            }
        return 0;
    }

    @Override
    public void pause(String name) {
        ours(name, Operation.PAUSE);
        with(SHORT, "pause", name, domain -> {
            domain.suspend();
            return 0;
        });
    }

    @Override
    public void resume(String name) {
        ours(name, Operation.PAUSE);
        with(SHORT, "resume", name, domain -> {
            domain.resume();
            return 0;
        });
    }

    @Override
    public String console(String name) {
        domain(name);
        Optional<String> file = register.find(name)
                .flatMap(Found::entry)
                .map(entry -> entry.text(LibvirtStart.CONSOLE))
                .filter(path -> !path.isEmpty());
        if (file.isEmpty()) return "";
        Answer answer = host.run(Command.of("tail", "-c", "" + (256 << 10), "--", file.get()));
        return answer.succeeded() ? answer.out() : "";
    }

    @Override
    public Optional<Address> address(String name) {
        Domain domain = domain(name);
        if (domain.address().isPresent() || !domain.state().isAlive()) return domain.address();
        return link.ask("tell the address of guest \"" + name + "\"", connection -> {
            org.libvirt.Domain handle = lookup(connection, name);
            try {
                return Seen.address(handle, ADDRESS_SOURCES).map(address -> new Address(address, 22));
            } finally {
                handle.free();
            }
        });
    }

    @Override
    public List<String> snapshots(String name) {
        return link.ask("list the snapshots of guest \"" + name + "\"", connection -> {
            org.libvirt.Domain handle = lookup(connection, name);
            try {
                return List.of(handle.snapshotListNames());
            } finally {
                handle.free();
            }
        });
    }

    @Override
    public void snapshot(String name, String snapshot) {
        Snapshots.check(snapshot);
        refuse(ours(name, Operation.SNAPSHOT), Operation.SNAPSHOT);
        with(
                LONG,
                "keep a snapshot of",
                name,
                domain -> domain.snapshotCreateXML("<domainsnapshot><name>" + snapshot + "</name></domainsnapshot>"));
    }

    @Override
    public void revert(String name, String snapshot) {
        Snapshots.check(snapshot);
        Found found = ours(name, Operation.REVERT);
        refuse(found, Operation.REVERT);
        with(LONG, "revert", name, domain -> domain.revertToSnapshot(domain.snapshotLookupByName(snapshot)));
        Forwards.open(link, found);
    }

    private void refuse(Found found, Operation operation) {
        Ability able = abilities().getOrDefault(operation, Ability.Able.YES);
        String why = able.isAble()
                ? found.entry().map(LibvirtHypervisor::cannot).orElse(Map.of()).getOrDefault(operation, "")
                : able.why();
        if (!why.isEmpty() && isQemuOrUnable(able))
            throw new RingsideException(
                    "Guest \"" + found.name() + "\" takes no " + operation.word() + ": " + why,
                    "give all its disks the format qcow2");
    }

    private boolean isQemuOrUnable(Ability able) {
        return isQemu() || !able.isAble();
    }

    @Override
    public void save(String name) {
        ours(name, Operation.SAVE);
        with(LONG, "save", name, org.libvirt.Domain::managedSave);
    }

    @Override
    public void restore(String name) {
        Found found = ours(name, Operation.RESTORE);
        if (domain(name).state() != DomainState.SAVED)
            throw new RingsideException("Nothing of guest \"" + name + "\" was saved", "start it instead");
        with(LONG, "restore", name, org.libvirt.Domain::create);
        Forwards.open(link, found);
    }

    @Override
    public Migration migrate(String name, String destination) {
        if (!isQemu()) throw unable(Operation.MIGRATE, "use virsh migrate, and Ringside no more for that guest");
        Found found = ours(name, Operation.MIGRATE);
        return new Moving(link, register, found).to(destination.isEmpty() ? link.uri() : destination);
    }

    @Override
    public void plugCpu(String name) {
        Ability able = abilities().getOrDefault(Operation.PLUG_CPU, Ability.Able.YES);
        if (!able.isAble()) throw unable(Operation.PLUG_CPU, "use virsh setvcpus");
        ours(name, Operation.PLUG_CPU);
        with(SHORT, "give a vCPU to", name, domain -> {
            domain.setVcpus(domain.getInfo().nrVirtCpu + 1);
            return 0;
        });
    }

    @Override
    public void plugMemory(String name, Size more) {
        throw unable(Operation.PLUG_MEMORY, "use virsh attach-device, with slots for it in the domain's XML");
    }

    @Override
    public Optional<Watch> watch(Consumer<String> changed) {
        return Optional.of(new Watching(link, (guest, event) -> changed.accept(guest)));
    }

    /** Lifecycle events, for as long as it is open. */
    private static final class Watching implements Watch {
        interface Told {
            void of(String guest, DomainEventType event);
        }

        private final Link link;
        private final LifecycleListener listener;

        Watching(Link link, Told told) {
            this.link = link;
            this.listener = (domain, event) -> {
                try {
                    told.of(domain.getName(), event.getType());
                } catch (LibvirtException gone) {
                    // It has no name any more
                }
                return 0;
            };
            link.ask("tell of events", connection -> {
                connection.addLifecycleListener(listener);
                return 0;
            });
        }

        @Override
        public void close() {
            link.ask("tell no more of events", connection -> {
                connection.removeLifecycleListener(listener);
                return 0;
            });
        }
    }

    static DomainState state(DomainInfo.DomainState state, boolean saved) {
        return switch (state) {
            case VIR_DOMAIN_RUNNING, VIR_DOMAIN_BLOCKED -> DomainState.RUNNING;
            case VIR_DOMAIN_PAUSED, VIR_DOMAIN_PMSUSPENDED -> DomainState.PAUSED;
            case VIR_DOMAIN_SHUTDOWN -> DomainState.STOPPING;
            case VIR_DOMAIN_SHUTOFF -> saved ? DomainState.SAVED : DomainState.OFF;
            case VIR_DOMAIN_CRASHED -> DomainState.CRASHED;
            case VIR_DOMAIN_NOSTATE -> DomainState.UNKNOWN;
        };
    }

    @Override
    public void close() {
        link.close();
        host.close();
    }
}
