package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.RingsideException;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.bench.preflight.Distribution.Remedy;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Leftover;

/** What a host has and lacks for each of Ringside's jobs. It looks, and changes nothing. */
public final class Doctor {
    private static final Need.Packaged LIBVIRT = program(
            "virsh",
            "debian",
            "libvirt-clients",
            "ubuntu",
            "libvirt-clients",
            "fedora",
            "libvirt-client",
            "rhel",
            "libvirt-client");
    private static final Need.Packaged VIRT_INSTALL = program(
            "virt-install",
            "debian",
            "virtinst",
            "ubuntu",
            "virtinst",
            "fedora",
            "virt-install",
            "rhel",
            "virt-install");
    private static final Need.Packaged XL =
            program("xl", "debian", "xen-system-amd64", "ubuntu", "xen-system-amd64", "fedora", "xen");
    private static final Need.Packaged VBOX_MANAGE = program("VBoxManage", "ubuntu", "virtualbox");

    private final HostState state;
    private final Programs programs;
    private final Map<String, String> versions;
    private final Need.Packaged emulator;
    private final Capabilities able;

    /**
     * One of Ringside's jobs.
     *
     * @param has what it can be done with
     * @param lacks what is missing for it, each with what mends it
     */
    public record Job(String id, String title, List<String> has, List<Lack> lacks) {
        public Job {
            has = List.copyOf(has);
            lacks = List.copyOf(lacks);
        }

        public boolean isReady() {
            return lacks.isEmpty();
        }
    }

    public record Lack(String what, Remedy remedy) {}

    private Doctor(
            HostState state,
            Programs programs,
            Map<String, String> versions,
            Need.Packaged emulator,
            Capabilities able) {
        this.state = state;
        this.programs = programs;
        this.versions = versions;
        this.emulator = emulator;
        this.able = able;
    }

    /**
     * Looks at a host.
     *
     * @param suite the benchmarks that it may be asked for
     * @param store where results are kept; empty where that is no directory of the host
     */
    public static List<Job> jobs(Shell shell, List<Benchmark> suite, String store) {
        HostState state = HostState.of(shell, "");
        Need.Packaged emulator = emulator(state.text("architecture").orElse("x86_64"));
        var needs = new ArrayList<Need>(List.of(emulator, LIBVIRT, VIRT_INSTALL, XL, VBOX_MANAGE));
        suite.forEach(benchmark -> needs.addAll(benchmark.needs()));
        Programs programs = ProgramSearch.find(shell, needs.stream().distinct().toList());
        Map<String, String> versions = ProgramSearch.versions(shell, programs);
        return new Doctor(state, programs, versions, emulator, Capabilities.of(shell, store)).all(suite);
    }

    /** What a machine lacks that is no host for Ringside's jobs. */
    public static Job noHost(RingsideException why) {
        return new Job(
                "host",
                "Measuring, probing and running guests on this machine",
                List.of(),
                List.of(new Lack(why.problem(), new Remedy(why.remedy(), ""))));
    }

    /** Guests that dead sessions have left on this machine, each with the command that removes it. */
    public static Job guestsLeft(List<Leftover> leftovers) {
        return new Job(
                "guests-left",
                "No guests left behind",
                List.of(),
                leftovers.stream()
                        .map(left -> new Lack(left.guest() + ": " + left.why(), new Remedy("", left.command())))
                        .toList());
    }

    private List<Job> all(List<Benchmark> suite) {
        var jobs = new ArrayList<Job>();
        suite.forEach(benchmark -> jobs.add(benchmark(benchmark)));
        jobs.add(job("guests-qemu", "Guests on QEMU", List.of(emulator)));
        jobs.add(job("guests-kvm", "Guests on KVM", List.of(emulator), able.kvm(state.distribution())));
        jobs.add(job("guests-libvirt", "Guests on libvirt", List.of(LIBVIRT), able.libvirt(state.distribution())));
        jobs.add(job("guests-xen", "Guests on Xen", List.of(XL), able.xen()));
        jobs.add(job("guests-virtualbox", "Guests on VirtualBox", List.of(VBOX_MANAGE), able.virtualBox()));
        jobs.add(job(
                "validation",
                "Checking configurations with the platforms' own tools",
                List.of(emulator, LIBVIRT, VIRT_INSTALL, XL, VBOX_MANAGE)));
        jobs.add(given("display", "The window", able.display()));
        jobs.add(given("ssh-agent", "Hosts over SSH, by the agent's keys", able.agent()));
        jobs.add(given("store", "Keeping results", able.store()));
        return jobs;
    }

    /** Where a program is, and which package has it. */
    private String words(String program) {
        String version = versions.get(program);
        return programs.path(program) + (version == null ? "" : " (" + version + ")");
    }

    private Job benchmark(Benchmark benchmark) {
        var has = new ArrayList<String>();
        var lacks = new ArrayList<Lack>();
        for (Need need : benchmark.needs()) {
            if (programs.has(need.program())) has.add(words(need.program()));
            else if (need instanceof Need.Compiled)
                state.text("compiler")
                        .ifPresentOrElse(
                                compiler -> has.add(compiler + " ("
                                        + state.text("compiler_version").orElse("") + ")"),
                                () -> lacks.add(lack("a C compiler", List.of(need))));
        }
        benchmark.lacking(programs).stream()
                .filter(need -> need instanceof Need.Packaged)
                .forEach(need -> lacks.add(lack(need.program(), List.of(need))));
        return new Job("benchmark-" + benchmark.id(), "Measuring " + benchmark.title(), has, lacks);
    }

    private Job job(String id, String title, List<Need.Packaged> needs, Capabilities.Answer... answers) {
        var has = new ArrayList<String>();
        var lacks = new ArrayList<Lack>();
        for (Need.Packaged need : needs) {
            if (programs.has(need.program())) has.add(words(need.program()));
            else lacks.add(lack(need.program(), List.of(need)));
        }
        for (Capabilities.Answer answer : answers) {
            answer.has().ifPresent(has::add);
            answer.lack().ifPresent(lacks::add);
        }
        return new Job(id, title, has, lacks);
    }

    private static Job given(String id, String title, Capabilities.Answer answer) {
        return new Job(
                id,
                title,
                answer.has().stream().toList(),
                answer.lack().stream().toList());
    }

    private Lack lack(String what, List<Need> needs) {
        return new Lack(what + " is not installed", state.distribution().remedy(needs));
    }

    /** @param packages distribution, package, distribution, package … */
    private static Need.Packaged program(String name, String... packages) {
        Map<String, Need.Offer> offers = new HashMap<>();
        for (int i = 0; i < packages.length; i += 2) offers.put(packages[i], Need.Offer.of(packages[i + 1]));
        return new Need.Packaged(name, List.of("/usr/libexec/" + name), offers, false);
    }

    private static Need.Packaged emulator(String architecture) {
        String name = "qemu-system-" + architecture;
        return switch (architecture) {
            case "x86_64" ->
                program(
                        name,
                        "debian",
                        "qemu-system-x86",
                        "ubuntu",
                        "qemu-system-x86",
                        "fedora",
                        "qemu-system-x86",
                        "alpine",
                        name);
            case "aarch64" ->
                program(
                        name,
                        "debian",
                        "qemu-system-arm",
                        "ubuntu",
                        "qemu-system-arm",
                        "fedora",
                        "qemu-system-aarch64",
                        "alpine",
                        name);
            default -> program(name);
        };
    }
}
