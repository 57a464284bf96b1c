package ringside.adapter.libvirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.feature.Probed;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/**
 * libvirt's own word on its QEMU driver: what it would let a guest have, without KVM and with it. It is a claim of the
 * installed software, nearer than the catalogue's and short of a guest that runs.
 */
final class LibvirtProbe implements Probe {
    /** The domain type of each column that is a driver. */
    private static final Map<String, String> TYPES = Map.of("libvirt-qemu", "qemu", "libvirt-kvm", "kvm");

    /** Those that may answer; the first is the one that most guests belong to. */
    private static final List<String> DAEMONS = List.of("qemu:///system", "qemu:///session");

    private static final String LIBRARY = "test:///default";

    private static final String OF_KVM = "libvirt-kvm";

    /** What the first of them has is said of libvirt as a whole. */
    private static final List<String> DRIVERS = List.of("libvirt-qemu", OF_KVM);

    private static final String WHOLE = "libvirt";
    private static final Question RELEASE = new Question("release", WHOLE);
    private static final Question QEMU = new Question("libvirt-driver", "qemu");
    private static final Question KVM = new Question("libvirt-driver", "kvm");

    @Override
    public String id() {
        return "libvirt";
    }

    @Override
    public List<Question> questions() {
        var questions = new ArrayList<>(List.of(RELEASE, QEMU, KVM));
        Stream.of(WHOLE, "libvirt-qemu", "libvirt-kvm")
                .forEach(platform -> DomainQuestions.features()
                        .map(feature -> new Question(feature, platform))
                        .forEach(questions::add));
        return questions;
    }

    @Override
    public List<Command> first() {
        return List.of(LibvirtByVirsh.THERE);
    }

    /**
     * The system's daemon is asked, then the user's own for what that one left open, and the library by its test driver,
     * which needs no daemon. None of them is started for it.
     */
    @Override
    public Findings ask(Shell host) {
        var patience = new Patience(host.left());
        var silent = new LinkedHashMap<String, Unanswered>();
        Optional<Findings> found = Optional.empty();
        for (String uri : DAEMONS)
            try (Libvirt libvirt = connect(host, patience, uri)) {
                found = Optional.of(found.isEmpty() ? ask(libvirt) : filled(found.get(), libvirt));
            } catch (Unanswered why) {
                silent.put(uri, why);
            }
        Findings all = found.isPresent() ? found.get() : ofLibrary(host, patience, all(silent));
        return silent.isEmpty() ? all : told(all, silent);
    }

    /** What the second daemon says where the first says nothing. */
    private static Findings filled(Findings first, Libvirt second) {
        if (first.findings().stream().noneMatch(LibvirtProbe::isOpen)) return first;
        Map<Question, Finding> more = ask(second).findings().stream()
                .filter(finding -> !isOpen(finding))
                .collect(Collectors.toMap(Finding::question, finding -> finding));
        return new Findings(
                first.findings().stream()
                        .map(finding -> isOpen(finding) ? more.getOrDefault(finding.question(), finding) : finding)
                        .toList(),
                first.facts());
    }

    private static boolean isOpen(Finding finding) {
        return finding.verdict() == Probed.Verdict.NOT_ASKED;
    }

    /** @throws Unanswered with what the daemons said, if the library does not answer either */
    private static Findings ofLibrary(Shell host, Patience patience, Unanswered daemons) {
        try (Libvirt library = connect(host, patience, LIBRARY)) {
            var findings = new ArrayList<Finding>();
            findings.add(Finding.verified(
                    RELEASE,
                    Command.of("virsh", "-r", "-c", LIBRARY, "version").line(),
                    "libvirt " + library.version() + ": its library answers, no daemon does"));
            new LibvirtProbe()
                    .questions().stream()
                            .filter(question -> !question.equals(RELEASE))
                            .map(question -> Finding.notAsked(question, daemons.command(), daemons.problem()))
                            .forEach(findings::add);
            return new Findings(findings, Map.of("libvirt", library.version()));
        } catch (Unanswered neither) {
            throw daemons;
        }
    }

    /** The first one's words, and what the others say besides. */
    private static Unanswered all(Map<String, Unanswered> silent) {
        Unanswered first = silent.values().iterator().next();
        String others = silent.entrySet().stream()
                .filter(one -> !one.getValue().problem().equals(first.problem()))
                .map(one -> "; " + one.getKey() + ": " + one.getValue().problem())
                .collect(Collectors.joining());
        return new Unanswered(first.command(), first.problem() + others, first.remedy());
    }

    /** Which daemons said nothing: with each answer that is open for it, and for the whole where the system's is silent. */
    private static Findings told(Findings findings, Map<String, Unanswered> silent) {
        Unanswered why = all(silent);
        if (silent.containsKey(DAEMONS.getFirst())) return findings.troubledBy(why);
        return new Findings(
                findings.findings().stream()
                        .map(finding -> isOpen(finding)
                                ? Finding.notAsked(
                                        finding.question(),
                                        finding.command(),
                                        finding.answer() + "; "
                                                + silent.keySet().iterator().next() + ": " + why.problem())
                                : finding)
                        .toList(),
                findings.facts());
    }

    private static Libvirt connect(Shell host, Patience patience, String uri) {
        return host.target() instanceof Target.Local
                ? LibvirtByLibrary.connect(patience, uri)
                : LibvirtByVirsh.connect(host, uri);
    }

    static Findings ask(Libvirt libvirt) {
        Xml host = parse(libvirt.capabilitiesCommand(), libvirt.capabilities());
        var findings = new ArrayList<Finding>();
        findings.add(Finding.verified(RELEASE, libvirt.capabilitiesCommand(), "libvirt " + libvirt.version()));
        findings.add(driver(libvirt, host, QEMU, "qemu"));
        findings.add(driver(libvirt, host, KVM, "kvm").restingOn(Question.KVM_RUNS_GUESTS));
        for (String platform : DRIVERS)
            ofDriver(libvirt, host, platform).stream()
                    .map(finding -> platform.equals(OF_KVM) ? finding.restingOn(Question.KVM_RUNS_GUESTS) : finding)
                    .forEach(findings::add);
        DomainQuestions.features().forEach(feature -> findings.add(ofWhole(findings, feature)));
        return new Findings(findings, Map.of("libvirt", libvirt.version()));
    }

    private static Finding driver(Libvirt libvirt, Xml host, Question question, String type) {
        boolean offered = offers(host, type);
        return Finding.of(
                offered,
                question,
                libvirt.capabilitiesCommand(),
                offered ? "it offers the domain type " + type : "it offers no domain type " + type);
    }

    private static boolean offers(Xml host, String type) {
        return host.has("/capabilities/guest/arch/domain[@type='" + type + "']");
    }

    private static List<Finding> ofDriver(Libvirt libvirt, Xml host, String platform) {
        String type = TYPES.getOrDefault(platform, "");
        // Of x86's machines the newer one can do more
        var asked = new Libvirt.Guests(type, host.has("/capabilities/guest/arch/machine[.='q35']") ? "q35" : "");
        String command = libvirt.domainCapabilitiesCommand(asked);
        if (!offers(host, type))
            return DomainQuestions.features()
                    .map(feature -> Finding.notHere(
                            new Question(feature, platform),
                            libvirt.capabilitiesCommand(),
                            "libvirt offers no domain type " + type + " here"))
                    .toList();
        Optional<Xml> guests;
        String why = "";
        try {
            guests = Optional.of(parse(command, libvirt.domainCapabilities(asked)));
        } catch (Unanswered refused) {
            guests = Optional.empty();
            why = refused.problem();
        }
        var findings = new ArrayList<Finding>();
        for (DomainQuestions.Row row : DomainQuestions.ROWS) {
            var question = new Question(row.feature(), platform);
            if (row.ofHost()) findings.add(decided(row, question, libvirt.capabilitiesCommand(), host));
            else if (guests.isPresent()) findings.add(decided(row, question, command, guests.get()));
            else findings.add(Finding.notAsked(question, command, why));
        }
        return findings;
    }

    private static Finding decided(DomainQuestions.Row row, Question question, String command, Xml xml) {
        DomainQuestions.Decision decision = row.decide().apply(xml);
        return row.proves()
                ? Finding.of(decision.holds(), question, command, decision.answer())
                : Finding.offeredIf(decision.holds(), question, command, decision.answer());
    }

    /** What one of the drivers has libvirt has. */
    private static Finding ofWhole(List<Finding> findings, String feature) {
        List<Finding> drivers = findings.stream()
                .filter(finding -> DRIVERS.contains(finding.question().platform())
                        && finding.question().feature().equals(feature))
                .toList();
        Finding best = drivers.stream()
                .filter(finding ->
                        finding.verdict() == Probed.Verdict.VERIFIED || finding.verdict() == Probed.Verdict.OFFERED)
                .findFirst()
                .orElse(drivers.getFirst());
        return new Finding(new Question(feature, WHOLE), best.verdict(), best.command(), best.answer(), best.rests());
    }

    private static Xml parse(String command, String text) {
        try {
            return Xml.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unanswered(
                    command, "libvirt's reply is not the XML it should be: " + e.getMessage(), "ask it by hand");
        }
    }
}
