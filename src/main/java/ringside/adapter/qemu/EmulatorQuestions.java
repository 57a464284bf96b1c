package ringside.adapter.qemu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.probe.Finding;
import ringside.core.probe.Question;

/** What an emulator says of itself, feature by feature: the part of its replies that decides each. */
final class EmulatorQuestions {
    /**
     * One row.
     *
     * @param reply the name of the reply that decides, in {@link Qmp}
     * @param query that question, for people
     */
    private record Row(String feature, String reply, String query, Function<Qmp, Decision> decide) {}

    private record Decision(boolean holds, String answer) {}

    private static final List<Row> ROWS = List.of(
            row("cli", "version", "query-version", qmp -> new Decision(true, "QEMU " + qmp.version())),
            row("release", "version", "query-version", EmulatorQuestions::version),
            row("pvh-guests", "machines", "query-machines", qmp -> named(qmp, "machines", "name", "microvm")),
            row("cpu-hotplug", "machines", "query-machines", EmulatorQuestions::hotplug),
            row("nested-virt", "model", "query-cpu-model-expansion of max", EmulatorQuestions::nested),
            type("mem-hotplug", "pc-dimm"),
            type("ballooning", "virtio-balloon-pci"),
            type("virtio", "virtio-blk-pci", "virtio-net-pci"),
            type("usb", "usb-host", "qemu-xhci"),
            anyType("vhost-vdpa", "vhost-vdpa-device-pci", "vhost-user-blk-pci", "vhost-user-blk"),
            anyType("gpu-3d", "virtio-gpu-gl-pci", "virtio-vga-gl"),
            row("tpm", "tpm", "query-tpm-types", EmulatorQuestions::tpm),
            command("live-migration", "migrate", "migrate-incoming"),
            command("save-restore", "migrate", "migrate-incoming"),
            command("pause", "stop", "cont"),
            command("snapshots", "snapshot-save"),
            command("snap-memory", "snapshot-save"),
            command("snap-disk-only", "blockdev-snapshot-sync"),
            command("storage-migration", "blockdev-mirror"),
            command("dirty-bitmaps", "block-dirty-bitmap-add"),
            capability("post-copy", "postcopy-ram"),
            capability("snap-live", "background-snapshot"),
            capability("fault-tolerance", "x-colo"));

    /** These it proves by answering; of the rest it says that it was built with them. */
    private static final Set<String> ITSELF = Set.of("cli", "release");

    private EmulatorQuestions() {}

    /** Of its own version QEMU alone speaks, and of nesting under KVM the kernel. */
    private static final Set<String> NOT_UNDER_KVM = Set.of("cli", "release", "nested-virt");

    static List<Question> of(String platform) {
        return rows(platform).map(row -> new Question(row.feature(), platform)).toList();
    }

    private static Stream<Row> rows(String platform) {
        return ROWS.stream().filter(row -> !platform.equals("kvm") || !NOT_UNDER_KVM.contains(row.feature()));
    }

    static List<Finding> answers(Qmp qmp, String platform) {
        return rows(platform)
                .map(row -> answer(qmp, row, new Question(row.feature(), platform)))
                .toList();
    }

    private static Finding answer(Qmp qmp, Row row, Question question) {
        String command = row.query() + " to " + qmp.command();
        if (!qmp.answered(row.reply())) return Finding.notAsked(question, command, qmp.refusal(row.reply()));
        Decision decision = row.decide().apply(qmp);
        return ITSELF.contains(row.feature())
                ? Finding.of(decision.holds(), question, command, decision.answer())
                : Finding.offeredIf(decision.holds(), question, command, decision.answer());
    }

    private static Row row(String feature, String reply, String query, Function<Qmp, Decision> decide) {
        return new Row(feature, reply, query, decide);
    }

    private static Row command(String feature, String... names) {
        return row(feature, "commands", "query-commands", qmp -> named(qmp, "commands", "name", names));
    }

    private static Row type(String feature, String... names) {
        return row(feature, "types", "qom-list-types", qmp -> named(qmp, "types", "name", names));
    }

    private static Row anyType(String feature, String... names) {
        return row(feature, "types", "qom-list-types", qmp -> anyNamed(qmp, "types", "name", names));
    }

    private static Row capability(String feature, String name) {
        return row(
                feature, "migration", "query-migrate-capabilities", qmp -> named(qmp, "migration", "capability", name));
    }

    private static Decision named(Qmp qmp, String reply, String field, String... names) {
        List<String> there = qmp.texts(reply, field);
        List<String> missing =
                Stream.of(names).filter(name -> !there.contains(name)).toList();
        return missing.isEmpty()
                ? new Decision(true, "it lists " + String.join(", ", names))
                : new Decision(false, "it does not list " + String.join(", ", missing));
    }

    private static Decision anyNamed(Qmp qmp, String reply, String field, String... names) {
        List<String> there = qmp.texts(reply, field);
        List<String> found = Stream.of(names).filter(there::contains).toList();
        return found.isEmpty()
                ? new Decision(false, "it lists none of " + String.join(", ", names))
                : new Decision(true, "it lists " + String.join(", ", found));
    }

    private static Decision version(Qmp qmp) {
        return new Decision(
                true, "QEMU " + qmp.version() + " " + qmp.map("version").get("package"));
    }

    private static Decision hotplug(Qmp qmp) {
        List<String> machines = machines(qmp)
                .filter(machine -> Boolean.TRUE.equals(machine.get("hotpluggable-cpus")))
                .map(machine ->
                        String.valueOf(machine.get("alias") == null ? machine.get("name") : machine.get("alias")))
                .toList();
        return machines.isEmpty()
                ? new Decision(false, "no machine has hotpluggable-cpus")
                : new Decision(true, machines.size() + " machines have hotpluggable-cpus");
    }

    private static Stream<Map<?, ?>> machines(Qmp qmp) {
        return qmp.list("machines").stream().filter(Map.class::isInstance).map(machine -> (Map<?, ?>) machine);
    }

    private static Decision nested(Qmp qmp) {
        Map<?, ?> properties = qmp.map("model").get("model") instanceof Map<?, ?> model
                        && model.get("props") instanceof Map<?, ?> props
                ? props
                : Map.of();
        List<String> on = Stream.of("vmx", "svm")
                .filter(name -> Boolean.TRUE.equals(properties.get(name)))
                .toList();
        return on.isEmpty()
                ? new Decision(false, "a guest's processor gets neither vmx nor svm")
                : new Decision(true, "a guest's processor can have " + String.join(", ", on));
    }

    private static Decision tpm(Qmp qmp) {
        String types = qmp.list("tpm").stream().map(String::valueOf).collect(Collectors.joining(", "));
        return types.isEmpty()
                ? new Decision(false, "it knows no TPM back end")
                : new Decision(true, "back ends: " + types);
    }

    /** The machine that takes most processors. */
    static Optional<Finding> processors(Qmp qmp, Question question) {
        return machines(qmp)
                .filter(machine -> machine.get("cpu-max") instanceof Number)
                .max((one, other) -> Integer.compare(cpus(one), cpus(other)))
                .map(machine -> Finding.offeredIf(
                        cpus(machine) > ManyProcessors.CLAIMED,
                        question,
                        "query-machines to " + qmp.command(),
                        "machine " + machine.get("name") + " takes up to " + cpus(machine)));
    }

    private static int cpus(Map<?, ?> machine) {
        return machine.get("cpu-max") instanceof Number number ? number.intValue() : 0;
    }
}
