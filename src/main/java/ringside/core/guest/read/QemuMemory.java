package ringside.core.guest.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.CpuSet;
import ringside.core.guest.NumaCell;
import ringside.core.guest.Refusal;
import ringside.core.guest.Size;
import ringside.core.guest.read.QemuArguments.Argument;

/** The memory of a QEMU command line: how much, from where, and the NUMA nodes that the guest sees. */
final class QemuMemory {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})([bBkKmMgGtT]?)");

    private final QemuArguments arguments;
    private final GuestDraft draft;

    QemuMemory(QemuArguments arguments, GuestDraft draft) {
        this.arguments = arguments;
        this.draft = draft;
    }

    void read() {
        arguments.last("-m").ifPresent(memory -> {
            Options options = memory.options();
            options.take("slots");
            size(options.head(), 'M')
                    .ifPresentOrElse(
                            size -> draft.memory = size,
                            () -> draft.miss(memory.line(), memory.toString(), "no whole MiB"));
            draft.maximumMemory = options.take("maxmem").flatMap(most -> size(most, 'M'));
        });
        if (arguments
                .last("-mem-path")
                .filter(path -> path.value().contains("huge"))
                .isPresent()) draft.hugePages = true;
        Map<String, Argument> objects = arguments.byId("-object");
        objects.values().stream().filter(QemuMemory::isMemory).forEach(this::backend);
        for (Argument node : arguments.all("-numa")) node(node, objects);
    }

    private static boolean isMemory(Argument object) {
        return object.kind().startsWith("memory-backend-");
    }

    private void backend(Argument object) {
        Options backend = object.options();
        boolean huge = backend.take("hugetlb").filter("on"::equals).isPresent();
        draft.hugePages |= huge
                || backend.take("mem-path")
                        .filter(path -> path.contains("huge"))
                        .isPresent();
        List.of("prealloc", "policy", "share", "size", "id").forEach(backend::take);
        nodes(backend)
                .ifPresent(nodes -> draft.attempt(
                        object.line(), object.toString(), () -> draft.hostNodes = Optional.of(CpuSet.of(nodes))));
    }

    private static Optional<String> nodes(Options backend) {
        List<String> ranges = backend.takeAll("host-nodes");
        return ranges.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ranges));
    }

    private void node(Argument numa, Map<String, Argument> objects) {
        Options node = numa.options();
        if (!node.head().equals("node")) return;
        node.take("nodeid");
        String cpus = String.join(",", node.takeAll("cpus"));
        Optional<Argument> backend = node.take("memdev").map(objects::get);
        Optional<Size> size = node.take("mem")
                .flatMap(text -> size(text, 'M'))
                .or(() ->
                        backend.flatMap(object -> object.options().take("size")).flatMap(text -> size(text, 'B')));
        if (size.isEmpty()) draft.miss(numa.line(), numa.toString(), "it says no memory in whole MiB");
        else
            draft.attempt(
                    numa.line(),
                    numa.toString(),
                    () -> draft.numa.add(new NumaCell(
                            CpuSet.of(cpus),
                            size.get(),
                            backend.flatMap(object -> nodes(object.options())).flatMap(text -> number(text)))));
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,4}")).map(Integer::valueOf);
    }

    /** @param unit of a number without one */
    static Optional<Size> size(String text, char unit) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches()) return Optional.empty();
        char suffix = amount.group(2).isEmpty()
                ? unit
                : Character.toUpperCase(amount.group(2).charAt(0));
        int shift = "BKMGT".indexOf(suffix) * 10;
        long count = Long.parseLong(amount.group(1));
        if (shift < 20 && count % (1L << (20 - shift)) != 0 || shift > 20 && count >= 1L << 30) return Optional.empty();
        long mib = shift < 20 ? count >> (20 - shift) : count << (shift - 20);
        try {
            return Optional.of(Size.ofMib(mib));
        } catch (Refusal tooMuch) {
            return Optional.empty();
        }
    }
}
