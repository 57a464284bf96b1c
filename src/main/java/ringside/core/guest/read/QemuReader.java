package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ringside.core.guest.Boot;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;
import ringside.core.guest.Firmware;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Lifecycle;
import ringside.core.guest.Machine;
import ringside.core.guest.MachineType;
import ringside.core.guest.Topology;
import ringside.core.guest.read.QemuArguments.Argument;

/** A QEMU command line; older ways to say the same (-hda, -net, -enable-kvm, -redir) are read too. */
final class QemuReader {
    private static final String PACKAGED_OVMF = "/usr/share/OVMF/OVMF_CODE_4M";

    private final GuestDraft draft = new GuestDraft();
    private final QemuArguments arguments;

    private QemuReader(QemuArguments arguments) {
        this.arguments = arguments;
    }

    static Reading read(String text) throws SyntaxFault {
        ShellScript.Command found = null;
        List<ShellScript.Command> others = new ArrayList<>();
        for (ShellScript.Command command : QemuCommand.commands(text)) {
            if (found == null && QemuCommand.isQemu(command)) found = command;
            else others.add(command);
        }
        if (found == null) throw new SyntaxFault(1, "no command starts qemu-system-x86_64");
        var reader = new QemuReader(
                new QemuArguments(found.words().subList(1, found.words().size())));
        others.forEach(other ->
                reader.draft.miss(other.line(), String.join(" ", other.texts()), "a command beside QEMU's own"));
        return reader.read();
    }

    private Reading read() {
        identity();
        machine();
        cpu();
        new QemuMemory(arguments, draft).read();
        firmware();
        kernel();
        new QemuStorage(arguments, draft).read();
        new QemuNetworks(arguments, draft).read();
        new QemuScreen(arguments, draft).read();
        others();
        ending();
        arguments.addLeftovers(draft);
        return draft.reading();
    }

    private void identity() {
        arguments.last("-name").ifPresent(name -> {
            draft.name = name.options().head();
            name.options().take("debug-threads");
            name.options().take("process");
        });
        arguments.last("-uuid").ifPresent(uuid -> {
            try {
                draft.uuid = Optional.of(UUID.fromString(uuid.value().strip()));
            } catch (IllegalArgumentException notOne) {
                draft.miss(uuid.line(), uuid.toString(), "not a UUID");
            }
            uuid.options().settle();
        });
    }

    private void machine() {
        draft.merge = true; // QEMU's own default
        Optional<String> accelerator = Optional.empty();
        for (Argument machine : arguments.all("-machine")) {
            Options options = machine.options();
            if (!options.head().isEmpty())
                draft.attempt(
                        machine.line(), machine.toString(), () -> draft.type = MachineType.of(board(options.head())));
            Optional<String> named = options.take("accel");
            if (named.isPresent()) accelerator = named;
            options.take("smm");
            options.take("memory-backend");
            options.take("mem-merge").ifPresent(merge -> draft.merge = merge.equals("on"));
        }
        for (Argument accel : arguments.all("-accel")) {
            if (accelerator.isEmpty()) accelerator = Optional.of(accel.options().head());
            accel.options().take("thread");
        }
        draft.platform = accelerator.orElse("tcg").startsWith("kvm") ? GuestPlatform.KVM : GuestPlatform.QEMU;
    }

    /** The names of a family without its version are QEMU's aliases. */
    private static String board(String machine) {
        return machine.equals("pc-q35") ? "q35" : machine.equals("pc-i440fx") ? "pc" : machine;
    }

    private void cpu() {
        arguments.last("-cpu").ifPresent(cpu -> {
            draft.attempt(
                    cpu.line(),
                    cpu.toString(),
                    () -> draft.model = CpuModel.of(cpu.options().head()));
            nested(cpu.options());
            for (Options.Setting setting : cpu.options().settings()) feature(cpu, setting);
        });
        arguments.last("-smp").ifPresent(this::layout);
    }

    private void nested(Options cpu) {
        Optional<String> intel = cpu.take("vmx");
        Optional<String> amd = cpu.take("svm");
        if (intel.isPresent() || amd.isPresent())
            draft.nested = Optional.of(intel.filter("on"::equals)
                    .or(() -> amd.filter("on"::equals))
                    .isPresent());
    }

    private void feature(Argument cpu, Options.Setting setting) {
        String key = setting.key();
        if (key.equals("vmx") || key.equals("svm")) return;
        if (key.startsWith("hv-") || key.startsWith("hv_")) {
            draft.hyperv = true;
            cpu.options().take(key);
            return;
        }
        boolean signed = setting.bare() && (key.startsWith("+") || key.startsWith("-"));
        boolean switched = !setting.bare() && List.of("on", "off").contains(setting.value());
        if (!signed && !switched) return;
        cpu.options().takeAll(key);
        boolean wanted = signed ? key.startsWith("+") : setting.value().equals("on");
        draft.attempt(
                cpu.line(), key, () -> draft.features.add(new CpuFeature(signed ? key.substring(1) : key, wanted)));
    }

    /** What is not said QEMU works out: cores before sockets, since 6.2. */
    private void layout(Argument smp) {
        Options options = smp.options();
        Optional<Integer> maximum = number(options.take("maxcpus"));
        Optional<Integer> sockets = number(options.take("sockets"));
        Optional<Integer> cores = number(options.take("cores"));
        int threads = number(options.take("threads")).orElse(1);
        int product = sockets.orElse(1) * cores.orElse(1) * threads;
        int count = number(Optional.of(options.head())).orElse(maximum.orElse(product));
        int all = maximum.orElse(Math.max(count, 1));
        draft.attempt(smp.line(), smp.toString(), () -> {
            int inSocket = cores.orElseGet(() -> Math.max(1, all / (sockets.orElse(1) * threads)));
            var topology =
                    new Topology(sockets.orElseGet(() -> Math.max(1, all / (inSocket * threads))), inSocket, threads);
            draft.vcpus = count;
            draft.maximumVcpus = maximum;
            if (topology.product() == all) draft.topology = Optional.of(topology);
            else
                draft.miss(smp.line(), smp.toString(), "its layout is of " + topology.product() + " vCPUs, not " + all);
        });
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("[1-9]\\d{0,3}")).map(Integer::valueOf);
    }

    private void firmware() {
        Optional<String> code = Optional.empty();
        Optional<String> variables = Optional.empty();
        for (Argument drive : arguments.all("-drive")) {
            if (!QemuStorage.isFlash(drive)) continue;
            Options options = drive.options();
            List.of("if", "format", "readonly", "unit", "file").forEach(options::take);
            boolean isCode = options.take("unit").map("0"::equals).orElse(code.isEmpty());
            if (isCode) code = options.take("file");
            else variables = options.take("file");
        }
        boolean secure = secure();
        if (code.isEmpty()) {
            arguments
                    .last("-bios")
                    .filter(bios -> bios.value().contains("OVMF"))
                    .ifPresent(bios -> draft.firmware = Firmware.Uefi.PLAIN);
            return;
        }
        boolean usual = code.get().startsWith(PACKAGED_OVMF) || variables.isEmpty();
        Optional<String> file = code.filter(path -> !usual);
        Optional<String> own = variables.filter(path -> !usual);
        draft.firmware = new Firmware.Uefi(secure, Optional.empty(), Optional.empty());
        draft.attempt(1, "UEFI " + code.get(), () -> draft.firmware = new Firmware.Uefi(secure, file, own));
    }

    /** The switch that guards the variables is what makes it secure. */
    private boolean secure() {
        boolean secure = false;
        for (Argument global : arguments.all("-global"))
            if (global.toString().contains("cfi.pflash01") && global.toString().contains("secure")) {
                global.options().settle();
                secure = true;
            }
        return secure;
    }

    private void kernel() {
        arguments.last("-kernel").ifPresent(kernel -> {
            Optional<Argument> initrd = arguments.last("-initrd");
            Optional<Argument> append = arguments.last("-append");
            List.of(Optional.of(kernel), initrd, append)
                    .forEach(each -> each.ifPresent(one -> one.options().settle()));
            draft.kernel = draft.attempt(
                    kernel.line(),
                    kernel.toString(),
                    () -> new Boot.Kernel(
                            kernel.value(),
                            initrd.map(Argument::value),
                            append.map(Argument::value).orElse("")));
        });
    }

    private void others() {
        new QemuParts(arguments, draft).read();
    }

    private void ending() {
        arguments
                .last("-rtc")
                .ifPresent(rtc -> rtc.options()
                        .take("base")
                        .filter("localtime"::equals)
                        .ifPresent(local -> draft.clock = Machine.Clock.LOCALTIME));
        if (arguments.has("-localtime")) draft.clock = Machine.Clock.LOCALTIME;
        if (arguments.has("-no-reboot")) draft.reboot = Lifecycle.Ending.DESTROY;
        arguments.last("-action").ifPresent(action -> {
            if (action.options().take("reboot").filter("shutdown"::equals).isPresent())
                draft.reboot = Lifecycle.Ending.DESTROY;
            if (action.options().take("panic").filter("pause"::equals).isPresent())
                draft.crash = Lifecycle.Ending.PRESERVE;
        });
        List.of("-nodefaults", "-no-user-config", "-S", "-daemonize", "-nographic", "-usb")
                .forEach(arguments::has);
    }
}
