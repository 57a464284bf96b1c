package ringside.adapter.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Tool;
import ringside.core.probe.Unanswered;

/** libvirt on another host, through its own command line there. */
final class LibvirtByVirsh implements Libvirt {
    private static final Tool TOOL =
            new Tool("virsh", "install it there: libvirt-clients on Debian, libvirt-client on Fedora");
    private static final Pattern VERSION = Pattern.compile("Using library: libvirt (\\S+)");

    /** Why a user's own daemon is not asked. */
    static final String NO_SESSION = "no libvirt daemon of this user runs, and asking would start one";

    static final Command THERE = Tool.finding("virsh");

    /** Asking must not start a daemon. */
    private static final List<String> ASKING = List.of("env", "LIBVIRT_AUTOSTART=0", "virsh");

    private final Shell host;
    private final String uri;
    private final String version;

    private LibvirtByVirsh(Shell host, String uri, String version) {
        this.host = host;
        this.uri = uri;
        this.version = version;
    }

    /** @throws Unanswered if there is no virsh, or no daemon answers it there */
    static Libvirt connect(Shell host, String uri) {
        Command asked = virsh("-r", "-c", uri, "version");
        TOOL.ask(host, THERE);
        Matcher version = VERSION.matcher(connected(uri, asked, TOOL.run(host, asked)));
        return new LibvirtByVirsh(host, uri, version.find() ? version.group(1) : "of unknown version");
    }

    /** Most often it is the daemon that is missing, and the second line of the complaint says so. */
    private static String connected(String uri, Command asked, Answer answer) {
        try {
            return TOOL.output(asked, answer);
        } catch (Unanswered why) {
            boolean silent = answer.err().contains("Failed to connect socket");
            if (silent && uri.endsWith("/session"))
                throw new Unanswered(why.command(), NO_SESSION, "start one: virsh -c " + uri + " list");
            throw silent ? new Unanswered(why.command(), why.problem(), Patience.START_IT) : why;
        }
    }

    private static Command virsh(String... words) {
        var all = new ArrayList<>(ASKING);
        all.addAll(List.of(words));
        return Command.of(all);
    }

    private Command capabilitiesWords() {
        return virsh("-r", "-c", uri, "capabilities");
    }

    /** @param first the words up to virsh's own name */
    static List<String> words(List<String> first, String uri, Guests guests) {
        var words = new ArrayList<>(first);
        words.addAll(List.of("-c", uri, "domcapabilities", "--virttype", guests.type()));
        if (!guests.machine().isEmpty()) words.addAll(List.of("--machine", guests.machine()));
        return words;
    }

    private Command domainCapabilitiesWords(Guests guests) {
        return Command.of(words(ASKING, uri, guests));
    }

    @Override
    public String capabilitiesCommand() {
        return capabilitiesWords().line();
    }

    @Override
    public String capabilities() {
        return TOOL.ask(host, capabilitiesWords());
    }

    @Override
    public String domainCapabilitiesCommand(Guests guests) {
        return domainCapabilitiesWords(guests).line();
    }

    @Override
    public String domainCapabilities(Guests guests) {
        return TOOL.ask(host, domainCapabilitiesWords(guests));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        // Each question is a command of its own
    }
}
