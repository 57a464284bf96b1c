package ringside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Platforms;
import ringside.core.guest.Words;
import ringside.core.guest.fair.Fairness;
import ringside.core.guest.fair.Finding;
import ringside.core.guest.fair.Subject;
import ringside.core.guest.preset.Preset;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;

@Command(
        name = "guest",
        description = "Writes one guest for every platform, says what each cannot express, and runs it.")
final class GuestCommand {
    private GuestCommand() {}

    static CommandLine commands(Session session) {
        CommandLine commands = new CommandLine(new GuestCommand())
                .addSubcommand(new Render(session))
                .addSubcommand(new ReadGuest(session))
                .addSubcommand(new ValidateGuest(session))
                .addSubcommand(new Compare(session))
                .addSubcommand(new ListPresets(session))
                .addSubcommand(new New(session))
                .addSubcommand(new StartGuest(session))
                .addSubcommand(new GuestList(session))
                .addSubcommand(new TrialCommand(session));
        GuestActions.all(session).forEach(commands::addSubcommand);
        return commands.addSubcommand(ImageCommand.commands(session));
    }

    /** One of the words that are allowed, or wrong usage. */
    static <E extends Enum<E>> E word(
            CommandLine.Model.@Nullable CommandSpec spec, String option, String word, E[] allowed) {
        var words = new ArrayList<String>();
        for (E one : allowed) {
            if (Words.of(one).equals(word)) return one;
            words.add(Words.of(one));
        }
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                option + " is one of " + String.join(", ", words) + ", not \"" + word + "\"");
    }

    /** Of a file, or a preset where there is none of that name. */
    static Guest guest(String text) {
        boolean file = text.indexOf('/') >= 0 || text.endsWith(".yaml") || Files.exists(Path.of(text));
        return file ? GuestFile.read(Path.of(text)) : Preset.of(text).guest();
    }

    static void write(Path file, String text) {
        try {
            WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new RingsideException("Cannot write " + file, "check its folder and that the disk has room", e);
        }
    }

    private static List<Map<String, Object>> maps(List<Finding> findings) {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("title", finding.title());
                    map.put("values", finding.values());
                    map.put("bends", finding.bends());
                    map.put("why", finding.why());
                    return map;
                })
                .toList();
    }

    @Command(
            name = "render",
            description = "Writes a guest in the words of one tool. What that cannot express goes to standard error.")
    private static final class Render implements Callable<Integer> {
        private final Session session;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Option(names = "--spec", required = true, paramLabel = "FILE.yaml", description = "the guest")
        private Path file = Path.of("");

        @Option(
                names = "--for",
                required = true,
                paramLabel = "qemu|libvirt|virt-install|xl|vboxmanage",
                description = "the tool")
        private String language = "";

        @Option(
                names = "--platform",
                paramLabel = "ID",
                description =
                        "qemu, kvm, libvirt-qemu, libvirt-kvm, libvirt-xen, xen-pv, xen-hvm, xen-pvh or virtualbox,"
                                + " instead of the first in the guest's platforms that the tool serves")
        private @Nullable String platform;

        @Option(
                names = "--virtualbox",
                paramLabel = "7.0|7.1|7.2",
                description = "VirtualBox's release, instead of the one in the guest's platforms")
        private @Nullable String virtualbox;

        @Option(names = "--out", paramLabel = "FILE", description = "the file to write; standard output if not said")
        private @Nullable Path out;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        Render(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Language chosen = word(spec, "--for", language, Language.values());
            Guest guest = adapted(GuestFile.read(file));
            Rendering rendering = Rendering.of(guest, target(chosen, guest));
            if (out != null) write(out, rendering.text());
            if (json) session.out().println(Json.pretty(map(guest, rendering)));
            else {
                if (out == null) session.out().print(rendering.text());
                rendering.gaps().forEach(gap -> session.say("gap: " + gap));
            }
            return 0;
        }

        private Guest adapted(Guest guest) {
            if (virtualbox == null) return guest;
            var release = word(spec, "--virtualbox", virtualbox, Platforms.VirtualBoxRelease.values());
            Platforms platforms = guest.platforms();
            return guest.withPlatforms(new Platforms(platforms.chosen(), platforms.libvirtXen(), release));
        }

        private Target target(Language chosen, Guest guest) {
            if (platform == null) return Target.of(chosen, guest);
            GuestPlatform named = word(spec, "--platform", platform, GuestPlatform.values());
            try {
                return new Target(chosen, named);
            } catch (IllegalArgumentException mismatch) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "--platform: " + mismatch.getMessage());
            }
        }

        private Map<String, Object> map(Guest guest, Rendering rendering) {
            var map = new LinkedHashMap<String, Object>();
            map.put("for", Words.of(rendering.target().language()));
            map.put("platform", rendering.target().platform().id());
            if (out == null) map.put("text", rendering.text());
            else map.put("file", out.toString());
            map.put(
                    "before",
                    rendering.before().stream().map(Rendering.Step::line).toList());
            map.put("gaps", rendering.gaps().stream().map(Render::map).toList());
            map.put("findings", maps(Fairness.findings(Subject.of(List.of(guest)))));
            return map;
        }

        private static Map<String, Object> map(Gap gap) {
            var map = new LinkedHashMap<String, Object>();
            map.put("field", gap.field());
            map.put("kind", gap.kind().word());
            map.put("reason", gap.reason());
            return map;
        }
    }

    @Command(
            name = "compare",
            description = "What differs between guests on their platforms besides the platform, and what it can bend.")
    private static final class Compare implements Callable<Integer> {
        private final Session session;

        @Option(
                names = "--spec",
                required = true,
                paramLabel = "FILE.yaml",
                description = "a guest, on all its platforms; may be repeated")
        private List<Path> files = List.of();

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        Compare(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Subject> subjects =
                    Subject.of(files.stream().map(GuestFile::read).toList());
            List<Finding> findings = Fairness.findings(subjects);
            if (json) {
                var map = new LinkedHashMap<String, Object>();
                map.put("configurations", subjects.stream().map(Subject::label).toList());
                map.put("findings", maps(findings));
                session.out().println(Json.pretty(map));
            } else if (findings.isEmpty()) session.out().println("Nothing differs but the platform.");
            else findings.forEach(session.out()::println);
            return 0;
        }
    }

    @Command(name = "presets", description = "Lists the guests to begin with.")
    private static final class ListPresets implements Callable<Integer> {
        private final Session session;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        ListPresets(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var table = new TextTable("ID", "TITLE", "PURPOSE");
            var list = new ArrayList<Map<String, Object>>();
            for (Preset preset : Preset.all()) {
                table.row(preset.id(), preset.title(), preset.purpose());
                var map = new LinkedHashMap<String, Object>();
                map.put("id", preset.id());
                map.put("group", Words.of(preset.group()));
                map.put("title", preset.title());
                map.put("purpose", preset.purpose());
                list.add(map);
            }
            if (json) session.out().println(Json.pretty(list));
            else session.out().print(table);
            return 0;
        }
    }

    @Command(name = "new", description = "Writes a preset as a commented file, to change and to render.")
    private static final class New implements Callable<Integer> {
        private final Session session;

        @Option(names = "--preset", paramLabel = "ID", description = "the preset; lab if not said")
        private String preset = "lab";

        @Option(names = "--name", paramLabel = "NAME", description = "the guest's name; the preset's if not said")
        private @Nullable String name;

        @Option(
                names = "--out",
                paramLabel = "FILE.yaml",
                description = "the file to write; standard output if not said")
        private @Nullable Path out;

        New(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Guest guest = Preset.of(preset).guest();
            if (name != null) guest = named(guest, name);
            String text = GuestFile.write(guest);
            if (out == null) session.out().print(text);
            else write(out, text);
            return 0;
        }

        private static Guest named(Guest guest, String name) {
            try {
                return guest.withName(name);
            } catch (IllegalArgumentException refusal) {
                throw new RingsideException(
                        "No guest can be made: " + refusal.getMessage(), "choose another name", refusal);
            }
        }
    }
}
