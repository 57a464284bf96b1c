package ringside.core.guest.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;

/** Holds a file against the software it is for; a guest's specification against all the platforms it names. */
public final class Validating {
    /** What was checked, in the words of {@code --for}, and what came of it. */
    public record Verdict(String target, Validation validation) {}

    private final Validators validators;

    public Validating(Validators validators) {
        this.validators = validators;
    }

    /**
     * @param source the file's name, for messages
     * @param only the targets of a specification to check; empty for all that it chooses
     */
    public List<Verdict> check(String source, String text, List<Target> only) {
        FileKind kind = FileKind.of(text);
        if (kind == FileKind.SPECIFICATION) return check(GuestFile.read(source, text), only);
        Validator validator = validators
                .of(kind)
                .orElseThrow(
                        () -> new RingsideException(
                                source + " is " + kind.description() + ", which no installed software checks",
                                "give a guest's YAML file, or a configuration for QEMU, libvirt, virt-install, xl or VBoxManage"));
        return List.of(new Verdict(validator.name(), validator.validate(text)));
    }

    /** Every configuration that is written from the guest. */
    public List<Verdict> check(Guest guest, List<Target> only) {
        var verdicts = new ArrayList<Verdict>();
        for (Target target : only.isEmpty() ? Target.chosen(guest) : only) {
            Rendering rendering = Rendering.of(guest, target);
            Optional<Validator> validator = validators.of(FileKind.of(rendering.text()));
            validator.ifPresent(found -> verdicts.add(new Verdict(
                    target.language().word() + " (" + target.platform().id() + ")", found.validate(rendering.text()))));
        }
        return verdicts;
    }
}
