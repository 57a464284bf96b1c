package ringside.ui.domain;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Size;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Owner;
import ringside.core.hypervisor.Register;

/** A hypervisor that runs nothing and remembers what it was asked for; QEMU alone is there. */
public final class MadeUpGuests implements Hypervisors {
    private final Path folder;
    final Map<String, DomainState> states = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    final List<String> snapshots = new ArrayList<>();

    private Supplier<Shell> door = () -> {
        throw new UnsupportedOperationException();
    };

    /** @param folder of the register */
    public MadeUpGuests(Path folder) {
        this.folder = folder;
    }

    public MadeUpGuests with(String name, DomainState state) {
        register(new LocalShell())
                .create(
                        new Entry(
                                name,
                                GuestPlatform.QEMU,
                                Instant.EPOCH,
                                Owner.PERSON,
                                Owner.PERSON,
                                Optional.empty(),
                                Optional.of(new Address("127.0.0.1", 2222)),
                                Map.of()),
                        "");
        states.put(name, state);
        return this;
    }

    @Override
    public Hypervisor open(Place place, AccessQuestions questions) {
        if (place.driver() == Driver.QEMU) return new Qemu();
        throw new RingsideException(place.driver().word() + " is not here", "install it");
    }

    @Override
    public Optional<String> hindrance(GuestPlatform platform, Target host, AccessQuestions questions) {
        return platform == GuestPlatform.QEMU ? Optional.empty() : Optional.of("it is not here");
    }

    @Override
    public Register register(Shell host) {
        return Register.in(host, folder.toString());
    }

    @Override
    public Shell shell(Target host, AccessQuestions questions) {
        return new LocalShell();
    }

    @Override
    public Shell enter(
            Hypervisor hypervisor,
            String guest,
            Target host,
            AccessQuestions questions,
            Duration patience,
            Progress progress) {
        return door.get();
    }

    /** What becomes of whoever wants into a guest by SSH. */
    public MadeUpGuests letting(Supplier<Shell> in) {
        door = in;
        return this;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String here() {
        return "here";
    }

    private final class Qemu implements Hypervisor {
        @Override
        public String name() {
            return "QEMU on here";
        }

        @Override
        public List<GuestPlatform> platforms() {
            return List.of(GuestPlatform.QEMU);
        }

        @Override
        public Map<Operation, Ability> abilities() {
            var all = new EnumMap<Operation, Ability>(Operation.class);
            for (Operation each : Operation.values()) all.put(each, Ability.Able.YES);
            return all;
        }

        @Override
        public List<Domain> domains() {
            return register(new LocalShell()).all().stream()
                    .map(found -> Domain.of(
                            found,
                            states.getOrDefault(found.name(), DomainState.BROKEN),
                            "here",
                            "here",
                            Map.of(Operation.MIGRATE, "nowhere to go")))
                    .toList();
        }

        private void note(String what, String name, DomainState state) {
            asked.add(what + " " + name);
            states.put(name, state);
        }

        @Override
        public Domain start(Launch launch, Progress progress) {
            String name = launch.guest().name();
            register(new LocalShell())
                    .create(
                            Entry.of(
                                    launch,
                                    name,
                                    "here",
                                    Optional.of(new Address("127.0.0.1", 2222)),
                                    "run " + name,
                                    Map.of()),
                            "");
            states.put(name, DomainState.RUNNING);
            asked.add("start " + launch.guest().name() + " on "
                    + launch.platform().id());
            return domain(launch.guest().name());
        }

        @Override
        public void start(String name) {
            note("start", name, DomainState.RUNNING);
        }

        @Override
        public boolean stop(String name, Duration patience) {
            note("stop", name, DomainState.OFF);
            return true;
        }

        @Override
        public void destroy(String name) {
            asked.add("destroy " + name);
            Register register = register(new LocalShell());
            register.remove(register.find(name).orElseThrow());
        }

        @Override
        public void pause(String name) {
            note("pause", name, DomainState.PAUSED);
        }

        @Override
        public void resume(String name) {
            note("resume", name, DomainState.RUNNING);
        }

        @Override
        public String console(String name) {
            return "\u001b[2J[    0.000000] Linux version 6.1\r\nlogin: ";
        }

        @Override
        public Optional<Address> address(String name) {
            return domain(name).address();
        }

        @Override
        public List<String> snapshots(String name) {
            return List.copyOf(snapshots);
        }

        @Override
        public void snapshot(String name, String snapshot) {
            asked.add("snapshot " + name + " " + snapshot);
            snapshots.add(snapshot);
        }

        @Override
        public void revert(String name, String snapshot) {
            asked.add("revert " + name + " " + snapshot);
        }

        @Override
        public void save(String name) {
            note("save", name, DomainState.SAVED);
        }

        @Override
        public void restore(String name) {
            note("restore", name, DomainState.RUNNING);
        }

        @Override
        public Migration migrate(String name, String destination) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void plugCpu(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void plugMemory(String name, Size more) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
