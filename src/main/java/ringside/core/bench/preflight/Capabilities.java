package ringside.core.bench.preflight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringside.core.bench.preflight.Distribution.Remedy;
import ringside.core.bench.preflight.Doctor.Lack;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** What a host can do beyond having a program: devices, services, what its user may. */
final class Capabilities {
    private static final String SCRIPT = """
            say() { [ -n "$2" ] && printf '%s %s\\n' "$1" "$2"; }
            yes() { name=$1; shift; if "$@" 2>/dev/null; then say "$name" yes; fi; }
            say display "${WAYLAND_DISPLAY:-$DISPLAY}"
            say agent "$SSH_AUTH_SOCK"
            say keys "$(ssh-add -l 2>/dev/null | grep -c ':')"
            yes kvm test -e /dev/kvm
            yes kvm_usable test -r /dev/kvm -a -w /dev/kvm
            yes virtual grep -q '^flags.* hypervisor' /proc/cpuinfo
            say module "$(sed -n '/^flags/{/ svm /s/.*/kvm_amd/p;/ vmx /s/.*/kvm_intel/p;q;}' /proc/cpuinfo 2>/dev/null)"
            for socket in /run/libvirt/libvirt-sock /run/libvirt/virtqemud-sock; do
              [ -S $socket ] && say libvirt $socket && break
            done
            yes dom0 grep -q control_d /proc/xen/capabilities
            yes vboxdrv test -e /dev/vboxdrv
            place=$1
            while [ -n "$place" ] && [ ! -e "$place" ] && [ "$place" != / ]; do place=$(dirname "$place"); done
            [ -n "$place" ] && [ -w "$place" ] && say store "$place"
            [ -n "$place" ] && say free_kib "$(df -Pk "$place" 2>/dev/null | sed -n '2s/^[^ ]* *[0-9]* *[0-9]* *\\([0-9]*\\) .*/\\1/p')"
            exit 0
            """;

    /** A store of many runs grows to some hundred MiB. */
    private static final long ROOM_KIB = 512 << 10;

    private final Map<String, String> facts;
    private final String place;

    private Capabilities(Map<String, String> facts, String place) {
        this.facts = Map.copyOf(facts);
        this.place = place;
    }

    /** It is there, or this is missing. */
    record Answer(Optional<String> has, Optional<Lack> lack) {
        static Answer has(String what) {
            return new Answer(Optional.of(what), Optional.empty());
        }

        static Answer lacks(String what, String words, String command) {
            return new Answer(Optional.empty(), Optional.of(new Lack(what, new Remedy(words, command))));
        }
    }

    /** @param store the directory of the store; empty to leave it out */
    static Capabilities of(Shell shell, String store) {
        Map<String, String> facts = new HashMap<>();
        shell.run(Command.of("sh", "-c", SCRIPT, "sh", store))
                .out()
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> facts.putIfAbsent(pair[0], pair[1].strip()));
        return new Capabilities(facts, store);
    }

    Answer kvm(Distribution distribution) {
        if (facts.containsKey("kvm_usable"))
            return Answer.has(
                    "/dev/kvm, which opens; whether a guest really runs there 'ringside features probe' tells");
        if (facts.containsKey("kvm"))
            return Answer.lacks("you may not use /dev/kvm", "then log in again", "sudo usermod -aG kvm \"$USER\"");
        String module = facts.getOrDefault("module", "");
        if (!module.isEmpty())
            return Answer.lacks(
                    "there is no /dev/kvm",
                    "the processor has virtualization; if this fails it is switched off in the firmware",
                    (distribution.root() ? "" : "sudo ") + "modprobe " + module);
        return facts.containsKey("virtual")
                ? Answer.lacks(
                        "there is no /dev/kvm",
                        "this is a guest: its host has to allow nested virtualization, as kvm_amd and kvm_intel do by"
                                + " nested=1 and a CPU model that passes svm or vmx on",
                        "")
                : Answer.lacks("there is no /dev/kvm", "switch virtualization on in the firmware", "");
    }

    Answer libvirt(Distribution distribution) {
        return facts.containsKey("libvirt")
                ? Answer.has(facts.get("libvirt"))
                : Answer.lacks(
                        "libvirt's daemon is not running",
                        "guests of your own session (qemu:///session) need none",
                        (distribution.root() ? "" : "sudo ") + "systemctl start libvirtd");
    }

    Answer xen() {
        return facts.containsKey("dom0")
                ? Answer.has("this is Xen's control domain")
                : Answer.lacks("this system does not run on Xen", "start it with the Xen hypervisor", "");
    }

    Answer virtualBox() {
        return facts.containsKey("vboxdrv")
                ? Answer.has("/dev/vboxdrv")
                : Answer.lacks(
                        "VirtualBox's kernel module is not loaded",
                        "it belongs to VirtualBox's packages, which virtualbox.org has for most distributions",
                        "");
    }

    Answer display() {
        String display = facts.getOrDefault("display", "");
        return display.isEmpty()
                ? Answer.lacks(
                        "there is no display",
                        "every command works without one; for the window log in on a desktop, or with ssh -X",
                        "")
                : Answer.has("display " + display);
    }

    Answer agent() {
        String keys = facts.getOrDefault("keys", "0");
        if (!facts.containsKey("agent"))
            return Answer.lacks(
                    "no agent is running",
                    "keys without a passphrase and passwords work without one",
                    "eval \"$(ssh-agent)\" && ssh-add");
        return keys.equals("0")
                ? Answer.lacks("the agent holds no key", "", "ssh-add")
                : Answer.has("agent with " + keys + (keys.equals("1") ? " key" : " keys"));
    }

    Answer store() {
        if (place.isEmpty()) return Answer.has("the database that --store names, which was not looked at");
        String free = facts.getOrDefault("free_kib", "");
        if (!facts.containsKey("store"))
            return Answer.lacks(place + " cannot be written", "name another place with --store PATH", "");
        if (free.matches("\\d{1,15}") && Long.parseLong(free) < ROOM_KIB)
            return Answer.lacks(
                    (Long.parseLong(free) >> 10) + " MiB are free at " + place,
                    "make room, or name another place with --store PATH",
                    "");
        return Answer.has(place);
    }
}
