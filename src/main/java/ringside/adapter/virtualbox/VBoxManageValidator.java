package ringside.adapter.virtualbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.ShellScript;
import ringside.core.guest.read.SyntaxFault;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;

/**
 * VBoxManage itself runs the script, with a configuration and a server process of its own so that the user's machines are
 * not touched. Where it is not installed, the script is held against the option tables of the release it is written for.
 */
public final class VBoxManageValidator implements Validator {
    private static final Pattern WRITTEN_FOR = Pattern.compile("(?m)^#.*VirtualBox (7\\.[0-2])\\b");

    private final Tools tools;

    public VBoxManageValidator(Tools tools) {
        this.tools = tools;
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.VBOXMANAGE;
    }

    @Override
    public String name() {
        return "VBoxManage";
    }

    @Override
    public Validation validate(String text) {
        var findings = new Findings();
        try {
            List<ShellScript.Command> script = ShellScript.commands(text);
            var written = WRITTEN_FOR.matcher(text);
            Optional<String> release = written.find() ? Optional.of(written.group(1)) : Optional.empty();
            new TableCheck(release.orElse("7.2"), findings).check(script);
            if (findings.faulty()) return findings.by("the options of VirtualBox " + release.orElse("7.2"));
            if (tools.has("VBoxManage")) return new RealRun(tools, findings).validate(script, release);
            findings.note("VBoxManage is not installed here: held against its option tables");
            return findings.by("the options of VirtualBox " + release.orElse("7.2"));
        } catch (SyntaxFault fault) {
            findings.problem("line " + fault.line() + ": " + fault.what());
            return findings.by(name());
        }
    }

    @Override
    public void close() {
        // each check ends what it starts
    }
}
