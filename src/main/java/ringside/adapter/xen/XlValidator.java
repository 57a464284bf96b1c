package ringside.adapter.xen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.read.FileKind;
import ringside.core.guest.read.SyntaxFault;
import ringside.core.guest.read.XlConfig;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Scratch;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validation;
import ringside.core.guest.validate.Validator;
import ringside.core.host.Answer;
import ringside.core.json.Json;

/**
 * Xen's own {@code xl create -n}, which reads a configuration and starts nothing. On a Xen host it is asked as it is;
 * elsewhere a small library stands in for the hypervisor, which xl opens before it reads a file.
 */
public final class XlValidator implements Validator {
    private static final String FIND =
            "for each in /usr/lib/xen-*/bin/xl /usr/libexec/xen-*/bin/xl \"$(command -v xl)\"; do"
                    + " [ -x \"$each\" ] && { echo \"$each\"; exit; }; done; exit 127";
    private static final Pattern QUIET = Pattern.compile("^Parsing config .*|^\\s*$");
    private static final Pattern PLACE = Pattern.compile("^\\S+\\.cfg:(\\d+): (?:config parsing error )?");
    private static final Pattern FILE = Pattern.compile("^\\S+\\.cfg: (?:config parsing error )?(?:in )?");

    private final Tools tools;
    private Optional<List<String>> xl = Optional.empty();
    private Optional<Scratch> scratch = Optional.empty();

    public XlValidator(Tools tools) {
        this.tools = tools;
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.XL;
    }

    @Override
    public String name() {
        return "xl";
    }

    @Override
    public Validation validate(String text) {
        var findings = new Findings();
        try {
            XlKeys.check(XlConfig.parse(text), findings);
        } catch (SyntaxFault fault) {
            findings.problem("line " + fault.line() + ": " + fault.what());
        }
        if (xl.isEmpty()) xl = prepare();
        if (xl.isEmpty())
            return findings.couldNotRun(
                    name(),
                    "xl is not here, or no Xen runs and what makes it work without is not installed",
                    "install xen-utils, and where no Xen runs libxen-dev and gcc");
        return ask(xl.get(), text, findings);
    }

    /** The command that reads a file, up to the file's name; empty if there is none that works. */
    private Optional<List<String>> prepare() {
        Answer found = tools.ask(List.of("sh", "-c", FIND));
        if (!found.succeeded()) return Optional.empty();
        String program = found.out().strip();
        if (tools.ask(List.of(program, "info")).succeeded()) return Optional.of(List.of(program, "create", "-n"));
        return standIn().map(library -> List.of("env", "LD_PRELOAD=" + library, program, "create", "-n"));
    }

    private Optional<String> standIn() {
        Scratch folder = folder();
        String library = folder.fresh(".so").toString();
        try (InputStream in = XlValidator.class.getResourceAsStream("/ringside/xen/xl-stand-in.c")) {
            if (in == null) throw new IllegalStateException("xl-stand-in.c is missing");
            String source = folder.write(".c", in.readAllBytes()).toString();
            boolean made = tools.ask(List.of("cc", "-O1", "-w", "-shared", "-fPIC", "-o", library, source))
                    .succeeded();
            return made ? Optional.of(library) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scratch folder() {
        if (scratch.isEmpty()) scratch = Optional.of(Scratch.create());
        return scratch.get();
    }

    private Validation ask(List<String> command, String text, Findings findings) {
        var file = folder().write(".cfg", text);
        var words = new ArrayList<>(command);
        words.add(file.toString());
        Answer answer = tools.ask(words);
        folder().remove(file);
        answer.err().lines().filter(line -> !QUIET.matcher(line).matches()).forEach(line -> {
            String said =
                    FILE.matcher(PLACE.matcher(line).replaceFirst("line $1: ")).replaceFirst("");
            if (answer.succeeded()) findings.note("xl: " + said);
            else findings.problem("xl: " + said);
        });
        if (answer.succeeded()) findings.facts(facts(answer.out()));
        else if (!findings.faulty()) findings.problem("xl refuses it without a word");
        return findings.by(name());
    }

    private static Map<String, Object> facts(String json) {
        var facts = new LinkedHashMap<String, Object>();
        try {
            Map<String, Object> domain = Json.object(json);
            Map<?, ?> build = domain.get("b_info") instanceof Map<?, ?> map ? map : Map.of();
            facts.put("type", domain.get("c_info") instanceof Map<?, ?> map ? String.valueOf(map.get("type")) : "");
            facts.put("name", domain.get("c_info") instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "");
            for (var text : Map.of("kernel", "kernel", "ramdisk", "initrd", "cmdline", "arguments")
                    .entrySet())
                if (build.get(text.getKey()) instanceof String value) facts.put(text.getValue(), value);
            facts.put("max_vcpus", build.get("max_vcpus") instanceof Number most ? most.longValue() : 1L);
            facts.put("vcpus", build.get("avail_vcpus") instanceof List<?> now ? (long) now.size() : 1L);
            facts.put("memory_mib", build.get("target_memkb") instanceof Number kib ? kib.longValue() >> 10 : 0L);
            List<Map<String, Object>> disks = entries(domain, "disks");
            facts.put(
                    "disks",
                    disks.stream()
                            .filter(disk -> !isCdrom(disk))
                            .map(XlValidator::disk)
                            .toList());
            facts.put("cdroms", disks.stream().filter(XlValidator::isCdrom).count());
            facts.put(
                    "nics",
                    entries(domain, "nics").stream().map(XlValidator::card).toList());
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
        return facts;
    }

    @SuppressWarnings("unchecked") // JSON objects are maps from text
    private static List<Map<String, Object>> entries(Map<String, Object> domain, String key) {
        return domain.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<String, Object>) each)
                        .toList()
                : List.of();
    }

    private static boolean isCdrom(Map<String, Object> disk) {
        return disk.containsKey("is_cdrom");
    }

    private static Map<String, Object> disk(Map<String, Object> disk) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("source", String.valueOf(disk.get("pdev_path")));
        fact.put("device", String.valueOf(disk.get("vdev")));
        fact.put("format", String.valueOf(disk.get("format")));
        fact.put("read_only", !disk.containsKey("readwrite"));
        return fact;
    }

    private static Map<String, Object> card(Map<String, Object> card) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("bridge", String.valueOf(card.getOrDefault("bridge", "")));
        fact.put("model", String.valueOf(card.getOrDefault("model", "")));
        fact.put("mac", String.valueOf(card.getOrDefault("mac", "")));
        return fact;
    }

    @Override
    public void close() {
        scratch.ifPresent(Scratch::close);
        scratch = Optional.empty();
        xl = Optional.empty();
    }
}
