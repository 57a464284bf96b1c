package ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import ringside.core.RingsideException;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.Readers;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Target;
import ringside.core.guest.validate.Validating;
import ringside.core.guest.validate.Validating.Verdict;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validation.Outcome;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

@Command(
        name = "validate",
        description = "Holds a configuration against the software it is for. Nothing is started that runs a guest, and"
                + " nothing that the file names is written.")
final class ValidateGuest implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            description = "a guest's YAML file, or a configuration for QEMU, libvirt, virt-install, xl or VBoxManage;"
                    + " told by its content")
    private @Nullable Path file;

    @Option(
            names = "--for",
            paramLabel = "TARGET",
            converter = TargetWord.class,
            description = "of a guest's YAML file, only this target: qemu, libvirt, virt-install, xl or vboxmanage")
    private @Nullable Language language;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ValidateGuest(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Objects.requireNonNull(file);
        String text = Readers.text(path);
        List<Target> only = language == null ? List.of() : List.of(target(path, text, language));
        try (var validators = Workbench.validators()) {
            List<Verdict> verdicts = new Validating(validators).check(path.toString(), text, only);
            if (json)
                session.out()
                        .println(Json.pretty(
                                verdicts.stream().map(ValidateGuest::map).toList()));
            else verdicts.forEach(this::tell);
            return verdicts.stream().allMatch(verdict -> verdict.validation().sound()) ? 0 : 1;
        }
    }

    /** The words of {@code --for}. */
    static final class TargetWord implements ITypeConverter<Language> {
        @Override
        public Language convert(String word) {
            for (Language language : Language.values()) if (language.word().equals(word)) return language;
            throw new TypeConversionException(
                    "'" + word + "' is no target; there are qemu, libvirt, virt-install, xl and vboxmanage");
        }
    }

    private static Target target(Path path, String text, Language language) {
        if (FileKind.of(text) != FileKind.SPECIFICATION)
            throw new RingsideException(path + " is for one target already", "leave --for away");
        return Target.of(language, GuestFile.read(path.toString(), text));
    }

    private void tell(Verdict verdict) {
        Validation validation = verdict.validation();
        switch (validation.outcome()) {
            case Outcome.Sound sound -> session.out().println(verdict.target() + ": sound, says " + validation.by());
            case Outcome.Faulty(var problems) -> {
                session.out().println(verdict.target() + ": faulty, says " + validation.by());
                problems.forEach(problem -> session.out().println("  " + problem.replaceAll("\\p{Cntrl}", "?")));
            }
            case Outcome.CouldNotRun(String reason, String remedy) ->
                session.out().println(verdict.target() + ": could not be checked: " + reason + ": " + remedy);
        }
        validation.notes().forEach(note -> session.say("note: " + verdict.target() + ": " + note));
    }

    private static Map<String, Object> map(Verdict verdict) {
        var map = new LinkedHashMap<String, Object>();
        map.put("for", verdict.target());
        map.put("by", verdict.validation().by());
        switch (verdict.validation().outcome()) {
            case Outcome.Sound sound -> map.put("outcome", "sound");
            case Outcome.Faulty faulty -> map.put("outcome", "faulty");
            case Outcome.CouldNotRun(String reason, String remedy) -> {
                map.put("outcome", "could not run");
                map.put("reason", reason);
                map.put("remedy", remedy);
            }
        }
        map.put("problems", new ArrayList<>(verdict.validation().problems()));
        map.put("facts", verdict.validation().facts());
        map.put("notes", verdict.validation().notes());
        return map;
    }
}
