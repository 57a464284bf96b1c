package ringside.adapter.libvirt;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.SyntaxFault;
import ringside.core.guest.read.XmlElement;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.host.Answer;

/** libvirt's schema for domains, and then libvirt itself, which defines the domain and forgets it again. */
public final class LibvirtValidator implements Validator {
    private static final Pattern SCHEMA_FAULT =
            Pattern.compile("(?m)^.*?:(\\d+): element (\\S+): Relax-NG validity error : (.*)$");
    private static final Pattern ERROR = Pattern.compile("(?m)^error: (?!Failed to define domain)(.*)$");

    private final Tools tools;
    private final EmbeddedLibvirt libvirt;

    public LibvirtValidator(Tools tools) {
        this.tools = tools;
        this.libvirt = new EmbeddedLibvirt(tools);
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.LIBVIRT;
    }

    @Override
    public String name() {
        return "libvirt";
    }

    @Override
    public Validation validate(String text) {
        var findings = new Findings();
        try {
            XmlElement domain = XmlElement.parse(text);
            if (!domain.name().equals("domain"))
                findings.problem("the root element is <" + domain.name() + ">, not <domain>");
            else findings.facts(DomainFacts.of(domain));
        } catch (SyntaxFault fault) {
            findings.problem("line " + fault.line() + ": " + fault.what());
        }
        return findings.faulty() ? findings.by(name()) : ask(text, findings);
    }

    private Validation ask(String text, Findings findings) {
        if (!tools.has("virt-xml-validate") || !tools.has("virsh") || !tools.has("xmllint"))
            return findings.couldNotRun(
                    name(),
                    "virsh and virt-xml-validate are not both installed here",
                    "install libvirt-clients, libvirt-daemon and libxml2-utils");
        schema(text, findings);
        if (findings.faulty()) return findings.by("libvirt's schema");
        DomainXml xml = DomainXml.parse(text);
        if (xml.type().equals("xen")) {
            findings.note("defining a Xen domain needs a Xen host: only the schema was asked");
            return findings.by("libvirt's schema");
        }
        return define(xml, findings);
    }

    private void schema(String text, Findings findings) {
        Answer answer = check(text);
        if (answer.exit() == 0) return;
        SCHEMA_FAULT
                .matcher(answer.err())
                .results()
                .forEach(fault -> findings.problem("schema, line " + fault.group(1) + ", <"
                        + fault.group(2).replace(":", "") + ">: " + fault.group(3)));
        DomainXml.parse(text)
                .fault(xml -> check(xml).exit() == 0)
                .ifPresent(part -> findings.problem("schema: at fault is " + part));
        if (!findings.faulty()) findings.problem("schema: " + lastLine(answer.err()));
    }

    private Answer check(String xml) {
        var file = libvirt.scratch().write(".xml", xml);
        Answer answer = libvirt.ask(List.of("virt-xml-validate", file.toString(), "domain"));
        libvirt.scratch().remove(file);
        return answer;
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((before, line) -> line)
                .orElse("it is refused");
    }

    private Validation define(DomainXml xml, Findings findings) {
        if (xml.type().equals("kvm") && !libvirt.hasKvm()) {
            findings.note("there is no KVM here: checked as a domain of type qemu");
            xml.retype("qemu");
            if (xml.emulateCpu())
                findings.note("host-passthrough needs KVM: checked with the maximum that emulation has");
        }
        if (!tools.has("swtpm") && xml.removeDevices("tpm"))
            findings.note("swtpm, which libvirt emulates a TPM with, is not installed here: checked without the TPM");
        String uuid = UUID.randomUUID().toString();
        xml.identify(uuid);
        var file = libvirt.scratch().write(".xml", xml.text());
        Answer defined = libvirt.virshVector("define", "--validate", file.toString());
        libvirt.scratch().remove(file);
        if (defined.exit() != 0) return refused(defined, findings);
        Answer kept = libvirt.virsh("dumpxml --inactive " + uuid, "undefine " + uuid + " --nvram");
        try {
            findings.facts(DomainFacts.of(XmlElement.parse(kept.out().strip())));
        } catch (SyntaxFault unreadable) {
            findings.note("libvirt took the domain but did not show it again");
        }
        return findings.by(name());
    }

    private Validation refused(Answer answer, Findings findings) {
        boolean unreachable =
                answer.ending() != Answer.Ending.EXITED || answer.err().contains("failed to connect to the hypervisor");
        String said = ERROR.matcher(answer.err())
                .results()
                .map(error -> error.group(1).strip())
                .filter(line -> !line.equals("failed to connect to the hypervisor"))
                .findFirst()
                .orElseGet(() -> lastLine(answer.err()));
        if (unreachable)
            return findings.couldNotRun(
                    name(), "libvirt does not answer: " + said, "install libvirt-daemon 6.1 or newer");
        findings.problem(said);
        return findings.by(name());
    }

    /** libvirt's own QEMU command line for a domain, to be compared with ours. */
    public String vector(String text) {
        DomainXml xml = DomainXml.parse(text);
        if (xml.type().equals("kvm") && !libvirt.hasKvm()) {
            xml.retype("qemu");
            xml.emulateCpu();
        }
        xml.unbind();
        if (!tools.has("swtpm")) xml.removeDevices("tpm");
        xml.identify(UUID.randomUUID().toString());
        var file = libvirt.scratch().write(".xml", xml.text());
        Answer answer = libvirt.virshVector("domxml-to-native", "qemu-argv", "--xml", file.toString());
        libvirt.scratch().remove(file);
        if (answer.exit() != 0) throw new IllegalStateException(answer.err());
        return answer.out();
    }

    @Override
    public void close() {
        libvirt.close();
    }
}
