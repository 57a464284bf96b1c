package ringside.adapter.xen;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Boot;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Mac;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Groundwork;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Register.Found;
import ringside.core.hypervisor.Seating;

/** From a description to a domain under Xen, or to nothing at all. */
final class XlStart {
    private static final Duration CREATE = Duration.ofMinutes(5);
    private static final String CONFIGURATION = "domain.cfg";

    /**
     * Keeps what a paravirtual guest prints: Xen's own log of it is off unless its daemon was told otherwise. The pipe is
     * held open by its reader, which ends with the domain.
     */
    private static final String LISTEN = "f=$1/in; rm -f \"$f\"; mkfifo \"$f\" && nohup setsid sh -c"
            + " 'exec 3<> \"$1\"; exec xl console \"$2\" <&3 >> \"$3\" 2>&1' sh \"$f\" \"$2\" \"$1/console.log\""
            + " > /dev/null 2>&1 < /dev/null &";

    private final Shell host;
    private final Xl xl;
    private final Register register;
    private final String here;

    XlStart(Shell host, Xl xl, Register register, String here) {
        this.host = host;
        this.xl = xl;
        this.register = register;
        this.here = here;
    }

    void start(Launch asked, Progress progress) {
        Launch launch = asked.on(host, progress);
        String name = launch.guest().name();
        String folder = register.folder(name);
        Seating seating = Seating.of(launch.guest(), folder);
        if (launch.seed().isPresent()) seating = seating.seeded(folder, folder);
        if (launch.image().isPresent()) seating = seating.holding(launch.image().get(), folder, launch.overwrite());
        Optional<Mac> routed = routed(seating.guest());
        Guest guest = launch.image().isPresent() ? paravirtual(seating.guest(), routed) : seating.guest();
        Rendering rendering = Rendering.of(guest, new Target(Language.XL, launch.platform()));
        String text = addressed(rendering.text(), routed);
        Optional<Address> answers = routed.map(mac -> new Address(address(mac, 0), 22));
        Entry entry = Entry.of(launch, name, here, answers, text, Map.of());
        register.create(entry, GuestFile.write(guest));
        var groundwork = new Groundwork(host, guest);
        try {
            launch.seed().ifPresent(seed -> register.seed(entry, seed));
            register.put(name, CONFIGURATION, text);
            groundwork.lay(rendering.before(), progress);
            groundwork.lay(seating.steps(), progress);
            progress.at("xl creates the domain", Double.NaN);
            Progress.checkCancelled();
            create(name, folder, launch.platform());
            register.put(name, "started", "");
        } catch (RuntimeException failed) {
            undo(name, groundwork, folder);
            throw failed;
        }
    }

    /** The first card, if Xen's script vif-nat routes to it: then we choose its address. */
    private static Optional<Mac> routed(Guest guest) {
        return guest.nics().stream()
                .findFirst()
                .filter(nic -> nic.network() instanceof Network.User)
                .map(Nic::address);
    }

    /** Out of the card's own, in a private network; the host's end is 127 further, as the script has it. */
    static String address(Mac mac, int further) {
        int third = Integer.parseInt(mac.digits().substring(8, 10), 16);
        int fourth = Integer.parseInt(mac.digits().substring(10, 12), 16);
        return "10.77." + third + "." + (2 + fourth % 120 + further);
    }

    private static String addressed(String text, Optional<Mac> routed) {
        return routed.map(mac -> text.replaceFirst("script=vif-nat", "ip=" + address(mac, 0) + ",script=vif-nat"))
                .orElse(text);
    }

    /** Our image's kernel finds its disk, console and address where Xen has them. */
    private static Guest paravirtual(Guest guest, Optional<Mac> routed) {
        Boot.Kernel kernel = guest.boot().kernel().orElseThrow();
        String arguments = kernel.arguments()
                .replaceFirst("console=ttyS0", "console=hvc0")
                .replaceFirst("root=\\S+", "root=/dev/xvda");
        if (routed.isPresent())
            arguments = arguments.replaceFirst(
                    "ringside.ip=\\S+",
                    "ringside.ip=" + address(routed.get(), 0) + "/24," + address(routed.get(), 127));
        return guest.withBoot(guest.boot().withKernel(new Boot.Kernel(kernel.path(), kernel.initrd(), arguments)));
    }

    void create(Found found) {
        Entry entry = found.entry().orElseThrow();
        create(entry.name(), found.folder(), entry.platform());
    }

    private void create(String name, String folder, GuestPlatform platform) {
        xl.within(CREATE, "create", folder + "/" + CONFIGURATION);
        // An emulated machine writes its serial port into the file by itself
        if (platform != GuestPlatform.XEN_HVM) listen(name, folder);
    }

    void listen(Found found) {
        Entry entry = found.entry().orElseThrow();
        if (entry.platform() != GuestPlatform.XEN_HVM) listen(entry.name(), found.folder());
    }

    private void listen(String name, String folder) {
        host.run(Command.of("sh", "-c", LISTEN, "sh", folder, name));
    }

    /** Whatever it was that ended the start, nothing of it stays; if xl is silent the folder does, to be seen. */
    private void undo(String name, Groundwork groundwork, String folder) {
        boolean cancelled = Thread.interrupted();
        try {
            if (xl.list().containsKey(name)) xl.ask("destroy", name);
            groundwork.undo();
            register.remove(folder);
        } catch (RingsideException silent) {
            // The first failure is the one to tell
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }
}
