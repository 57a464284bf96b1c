package ringside.adapter.libvirt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.libvirt.Domain;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Serial;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Address;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Groundwork;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Seating;
import ringside.core.hypervisor.Snapshots;
import ringside.core.image.GuestImage;

/** From a description to a domain that libvirt runs, or to nothing at all. */
final class LibvirtStart {
    /** In an entry: the folder for libvirt's files, and what else is asked later. */
    static final String ROOM = "room";

    static final String CONSOLE = "console";
    static final String FORWARDS = "forwards";
    static final String NO_SNAPSHOTS = "no_snapshots";

    /** Where a system's libvirt keeps guests: its QEMU runs as another user, who may not look into a person's home. */
    private static final String SYSTEM_ROOM = "/var/lib/libvirt/images/ringside-";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Shell host;
    private final Register register;
    private final Link link;
    private final List<GuestPlatform> platforms;
    private final String here;

    LibvirtStart(Shell host, Register register, Link link, List<GuestPlatform> platforms, String here) {
        this.host = host;
        this.register = register;
        this.link = link;
        this.platforms = platforms;
        this.here = here;
    }

    void start(Launch asked, Progress progress) {
        if (!platforms.contains(asked.platform()))
            throw new RingsideException(
                    link.uri() + " runs no guests of " + asked.platform().id(),
                    "choose another connection or platform");
        Launch launch = asked.on(host, progress);
        String name = launch.guest().name();
        String folder = register.folder(name);
        String room = isSystem() && asRoot() ? SYSTEM_ROOM + folder.substring(folder.lastIndexOf('/') + 1) : folder;
        Seating seating = seated(launch, room);
        Guest guest = seating.guest();
        Rendering rendering = Rendering.of(guest, target(launch.platform()));
        String xml = fitted(rendering.text());
        Entry entry = entry(launch, seating, xml, room);
        register.create(entry, GuestFile.write(guest));
        var groundwork = new Groundwork(host, guest);
        try {
            launch.seed().ifPresent(seed -> register.seed(entry, seed));
            if (!room.equals(folder)) make(room);
            launch.image().filter(image -> isHidden(image.folder())).ifPresent(image -> copy(image, room));
            groundwork.lay(rendering.before(), progress);
            groundwork.lay(seating.steps(), progress);
            progress.at("libvirt defines and starts it", Double.NaN);
            Progress.checkCancelled();
            run(name, xml, Forwards.of(guest));
            register.put(name, "started", "");
        } catch (RuntimeException failed) {
            undo(name, groundwork, folder, room);
            throw failed;
        }
    }

    private boolean isSystem() {
        return link.uri().matches("qemu(\\+[a-z]+)?://[^/]*/system.*");
    }

    private boolean asRoot() {
        return host.run(Command.of("id", "-u")).out().strip().equals("0");
    }

    private void make(String room) {
        Answer answer = host.run(Command.of("mkdir", "-p", "-m", "711", "--", room));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The guest's folder cannot be made on " + host.name() + ": " + answer.complaint(),
                    "make room in " + room);
    }

    private static Target target(GuestPlatform platform) {
        // Drivers other than QEMU's and Xen's take the same XML under another type
        return platform == GuestPlatform.VIRTUALBOX
                ? new Target(Language.LIBVIRT, GuestPlatform.LIBVIRT_QEMU)
                : new Target(Language.LIBVIRT, platform);
    }

    /** As this connection's driver takes it. */
    private String fitted(String xml) {
        String scheme = link.uri().replaceFirst("[:+].*", "");
        DomainXml domain = DomainXml.parse(xml);
        domain.appendSerial();
        if (scheme.equals("test") || scheme.equals("vbox")) {
            domain.retype(scheme);
            domain.removeEmulator();
        }
        return domain.text();
    }

    private Seating seated(Launch launch, String room) {
        Seating seating = Seating.of(launch.guest(), room);
        if (launch.image().isPresent() || launch.login().isPresent())
            seating = seating.reachable(ThreadLocalRandom.current().nextInt(20_000, 32_000));
        if (launch.seed().isPresent())
            seating = seating.seeded(register.folder(launch.guest().name()), room);
        if (launch.image().isEmpty()) return seating;
        GuestImage image = launch.image().get();
        return seating.holding(
                isHidden(image.folder()) ? image.in(Path.of(room, "image")) : image, room, launch.overwrite());
    }

    /** Whether a folder cannot be searched by others all the way. */
    private boolean isHidden(Path folder) {
        if (!isSystem()) return false;
        if (!(host.target() instanceof ringside.core.host.Target.Local)) return isHiddenThere(folder);
        try {
            for (Path each = folder.toRealPath(); each != null; each = each.getParent())
                if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) return true;
            return false;
        } catch (java.io.IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }

    private boolean isHiddenThere(Path folder) {
        var words = new ArrayList<>(List.of("stat", "-L", "-c", "%A", "--"));
        for (Path each = folder; each != null; each = each.getParent()) words.add(each.toString());
        Answer answer = host.run(Command.of(words));
        return !answer.succeeded() || !answer.out().lines().allMatch(mode -> mode.matches(".*[xt]"));
    }

    private void copy(GuestImage image, String room) {
        make(room + "/image");
        var words = new ArrayList<>(List.of("cp", "--sparse=always", "--reflink=auto", "--"));
        List.of(image.kernel(), image.initrd(), image.disk()).forEach(file -> words.add(file.toString()));
        words.add(room + "/image");
        Answer answer = host.run(Command.of(words).within(Duration.ofMinutes(5)));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The image cannot be copied to where libvirt's QEMU may read it: " + answer.complaint(),
                    "make room in " + room);
    }

    private Entry entry(Launch launch, Seating seating, String xml, String room) {
        Guest guest = seating.guest();
        Map<String, Object> own = new HashMap<>();
        own.put(Entry.CONNECTION, link.uri());
        own.put(ROOM, room);
        own.put(CONSOLE, guest.devices().serial() instanceof Serial.File(String path) ? path : "");
        own.put(FORWARDS, Forwards.of(guest));
        own.put(NO_SNAPSHOTS, Snapshots.hindrance(guest));
        return Entry.of(
                launch, guest.name(), here, seating.port().map(port -> new Address("127.0.0.1", port)), xml, own);
    }

    private void run(String name, String xml, List<String> forwards) {
        link.order(LIMIT, "start guest \"" + name + "\"", connection -> {
            Domain domain = connection.domainDefineXML(xml);
            try {
                domain.create();
                return 0;
            } finally {
                domain.free();
            }
        });
        Forwards.open(link, name, forwards);
    }

    /** Whatever it was that ended the start, nothing of it stays; if libvirt is silent its folder does, to be seen. */
    private void undo(String name, Groundwork groundwork, String folder, String room) {
        boolean cancelled = Thread.interrupted();
        try {
            link.order(LIMIT, "remove guest \"" + name + "\"", connection -> {
                if (!Seen.names(connection).contains(name)) return 0;
                Domain domain = connection.domainLookupByName(name);
                try {
                    return LibvirtHypervisor.erase(domain);
                } finally {
                    domain.free();
                }
            });
            groundwork.undo();
            if (!room.equals(folder)) host.run(Command.of("rm", "-rf", "--", room));
            register.remove(folder);
        } catch (RingsideException silent) {
            // The first failure is the one to tell
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }
}
