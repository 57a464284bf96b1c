package ringside.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ringside.adapter.libvirt.LibvirtHypervisor;
import ringside.adapter.local.LocalShell;
import ringside.adapter.qemu.KvmGuests;
import ringside.adapter.qemu.QemuHypervisor;
import ringside.adapter.ssh.Banner;
import ringside.adapter.ssh.SshHosts;
import ringside.adapter.virtualbox.VirtualBoxHypervisor;
import ringside.adapter.xen.XlHypervisor;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.bench.run.Remembering;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Shells;
import ringside.core.host.Target;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.BootMedium;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.Entrance;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Login;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Register;

/** The hypervisors' drivers, and the ways into the guests they run. */
final class Drivers implements Hypervisors {
    private static final Duration GREETING = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMillis(300);

    private final Shells shells;
    private final Path data;
    private final String here = new LocalShell().name();

    /** @param data the folder in which guests on this machine, and ways into guests anywhere, are kept */
    Drivers(Shells shells, Path data) {
        this.shells = shells;
        this.data = data;
    }

    @Override
    public String here() {
        return here;
    }

    @Override
    public Shell shell(Target host, AccessQuestions questions) {
        return shells.open(host, questions);
    }

    @Override
    public Register register(Shell host) {
        return host.target() instanceof Target.Local
                ? Register.in(host, data.resolve("guests").toAbsolutePath().toString())
                : Register.of(host);
    }

    @Override
    public Hypervisor open(Place place, AccessQuestions questions) {
        Shell host = shell(place.host(), questions);
        try {
            return open(place, host);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    @Override
    public Optional<String> hindrance(GuestPlatform platform, Target host, AccessQuestions questions) {
        try (Shell shell = shell(host, questions);
                Hypervisor hypervisor = open(Place.of(platform, host), questions)) {
            if (!hypervisor.platforms().contains(platform))
                return Optional.of(hypervisor.name() + " runs no guests of it");
            Ability start = hypervisor.abilities().getOrDefault(Operation.START, Ability.Able.YES);
            if (!start.isAble()) return Optional.of(start.why());
            if (platform == GuestPlatform.VIRTUALBOX) return BootMedium.hindrance(shell);
            boolean kvm = platform == GuestPlatform.KVM || platform == GuestPlatform.LIBVIRT_KVM;
            return kvm ? KvmGuests.hindrance(shell) : Optional.empty();
        } catch (RingsideException silent) {
            return Optional.of(silent.problem());
        }
    }

    private Hypervisor open(Place place, Shell host) {
        Register register = register(host);
        return switch (place.driver()) {
            case QEMU -> new QemuHypervisor(host, GuestPlatform.QEMU, register, here);
            case KVM -> new QemuHypervisor(host, GuestPlatform.KVM, register, here);
            case LIBVIRT ->
                new LibvirtHypervisor(
                        host, place.connection().orElse(LibvirtHypervisor.usual(place.host())), register, here);
            case XEN -> new XlHypervisor(host, register, here);
            case VIRTUALBOX -> new VirtualBoxHypervisor(host, register, here);
        };
    }

    @Override
    public Shell enter(
            Hypervisor hypervisor,
            String guest,
            Target host,
            AccessQuestions questions,
            Duration patience,
            Progress progress) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<RingsideException> refusal = Optional.empty();
        var asked = new Remembering(questions);
        while (System.nanoTime() < end) {
            Progress.checkCancelled();
            progress.at("waiting for " + guest + " to answer by SSH", Double.NaN);
            Domain domain = hypervisor.domain(guest);
            if (!domain.state().isAlive())
                throw new RingsideException(
                        "Guest \"" + guest + "\" is " + domain.state().word() + " and never answered"
                                + last(hypervisor, guest),
                        "see what 'ringside guest console " + guest + "' shows");
            Optional<Address> address = hypervisor.address(guest);
            if (address.isPresent() && greets(address.get(), host)) {
                try {
                    return entered(domain, address.get(), host, asked.attempt());
                } catch (RingsideException notYet) {
                    refusal = Optional.of(notYet);
                }
            }
            Progress.pause(AGAIN);
        }
        throw new RingsideException(
                "Guest \"" + guest + "\" did not let us in by SSH within " + patience.toSeconds() + " s"
                        + refusal.map(why -> " (" + why.problem() + ")").orElse("") + last(hypervisor, guest),
                "see what 'ringside guest console " + guest + "' shows; emulated guests may need a longer --wait-ssh");
    }

    private static String last(Hypervisor hypervisor, String guest) {
        return hypervisor
                .console(guest)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .map(line -> "; the last on its console: " + line.strip())
                .orElse("");
    }

    /** Another host's guests are asked through it, which takes as long as it takes. */
    private static boolean greets(Address address, Target host) {
        return !(host instanceof Target.Local) || Banner.greets(address.host(), address.port(), GREETING);
    }

    private Shell entered(Domain domain, Address address, Target host, AccessQuestions questions) {
        Path folder = data.resolve("access").resolve(domain.name().replaceAll("[^A-Za-z0-9._-]", "_"));
        Login login = domain.login().orElseGet(() -> new Login("root", Optional.empty(), Optional.empty()));
        var entrance = new Entrance(address, login, host, folder.resolve("known_hosts"));
        try {
            Files.createDirectories(folder);
            String text = String.join("\n", entrance.configuration(Hosts.usersConfiguration())) + "\n";
            write(folder.resolve("config"), text);
            if (login.hostKey().isPresent()) write(entrance.knownHosts(), entrance.known());
            else Files.deleteIfExists(entrance.knownHosts());
        } catch (IOException e) {
            throw new RingsideException("The way into a guest cannot be kept in " + folder, "make room there", e);
        }
        Shell shell = new SshHosts(Optional.of(folder.resolve("config"))).open((Target.Ssh) Entrance.TARGET, questions);
        if (shell.run(Command.of("true")).succeeded()) return shell;
        shell.close();
        throw new RingsideException("The guest's shell does not run commands", "see its console");
    }

    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
