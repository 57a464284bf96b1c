package ringside.core.guest.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import ringside.core.RingsideException;
import ringside.core.guest.Disk;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Guests;
import ringside.core.guest.Platforms;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;

/** What holds for every target and any guest. */
class RenderingTest {
    private static final int GUESTS = 60;

    @TempDir
    Path folder;

    static List<Target> targets() {
        return Stream.of(Language.values())
                .flatMap(language -> language.platforms().stream().map(one -> new Target(language, one)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noSettingVanishesInSilence(Target target) {
        for (long seed = 0; seed < GUESTS; seed++) {
            Guest guest = Guests.plain(seed);
            Rendering whole = Rendering.of(guest, target);
            for (String field : Fields.flat(guest).keySet()) {
                if (field.startsWith("platforms.")) continue;
                Optional<Guest> without = withDefault(guest, field);
                if (without.isEmpty() || without.get().equals(guest)) continue;
                Rendering other = Rendering.of(without.get(), target);
                boolean seen = !whole.equals(other);
                boolean told = whole.gaps().stream().anyMatch(gap -> gap.concerns(field));
                assertTrue(
                        seen || told, () -> field + " of guest vanishes for " + target + "\n" + GuestFile.write(guest));
            }
        }
    }

    /** The guest with one key taken out of its file, if such a guest can be. */
    @SuppressWarnings("unchecked")
    private static Optional<Guest> withDefault(Guest guest, String field) {
        Map<String, Object> map = (Map<String, Object>) copy(Fields.map(guest));
        Object at = map;
        String[] steps = field.replace("[", ".[").split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++)
            at = at instanceof Map<?, ?> keys
                    ? keys.get(steps[i])
                    : ((List<?>) Objects.requireNonNull(at)).get(index(steps[i]));
        String last = steps[steps.length - 1];
        if (at instanceof Map<?, ?> keys) keys.remove(last);
        else ((List<?>) Objects.requireNonNull(at)).remove(index(last));
        try {
            return Optional.of(GuestFile.read("without " + field, Json.pretty(map)));
        } catch (RingsideException needed) {
            return Optional.empty();
        }
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, inner) -> copy.put(key, copy(inner)));
                yield copy;
            }
            case List<?> list ->
                new ArrayList<>(list.stream().map(RenderingTest::copy).toList());
            default -> value;
        };
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theSameGuestGivesTheSameText(Target target) {
        for (long seed = 0; seed < GUESTS; seed++)
            assertEquals(Rendering.of(Guests.hostile(seed), target), Rendering.of(Guests.hostile(seed), target));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void gapsNameFieldsOfTheGuestAndFitOneLine(Target target) {
        for (long seed = 0; seed < GUESTS; seed++) {
            Guest guest = Guests.hostile(seed);
            for (Gap gap : Rendering.of(guest, target).gaps()) {
                assertFalse(gap.toString().contains("\n"), gap::toString);
                boolean known = Fields.flat(guest).keySet().stream().anyMatch(gap::concerns);
                assertTrue(known || gap.field().matches("pinning|numa|cpu\\.features|cdroms\\[\\d]"), gap::toString);
            }
        }
    }

    /** A real shell runs the script, with the programs replaced by one that prints its arguments. */
    @ParameterizedTest
    @MethodSource("targets")
    void aShellReadsEveryWordAsItIsMeant(Target target) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
        for (String program : List.of("qemu-system-x86_64", "virt-install", "VBoxManage")) {
            Path stand = folder.resolve(program);
            Files.writeString(stand, "#!/bin/sh\nprintf '%s\\0' \"$@\"\nprintf 'END\\0'\n");
            assertTrue(stand.toFile().setExecutable(true));
        }
        for (long seed = 0; seed < 25; seed++) {
            Rendering rendering = Rendering.of(Guests.hostile(seed), target);
            if (rendering.commands().isEmpty()) return;
            var wanted = new StringBuilder();
            for (List<String> command : rendering.commands())
                wanted.append(String.join("\0", command.subList(1, command.size())))
                        .append("\0END\0");
            assertEquals(wanted.toString(), run(rendering.text()));
        }
    }

    private String run(String script) throws Exception {
        Path file = folder.resolve("script");
        Files.writeString(file, script);
        var builder = new ProcessBuilder("/bin/sh", file.toString()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":/usr/bin:/bin");
        builder.directory(folder.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    @Test
    void anXmlParserReadsEveryTextAsItIsMeant() throws Exception {
        for (GuestPlatform platform : Language.LIBVIRT.platforms())
            for (long seed = 0; seed < 100; seed++) {
                Guest guest = Guests.hostile(seed);
                Document domain = parsed(Rendering.of(guest, new Target(Language.LIBVIRT, platform))
                        .text());
                assertEquals(guest.name(), text(domain, "name"));
                guest.boot().kernel().ifPresent(kernel -> {
                    assertEquals(kernel.path(), text(domain, "kernel"));
                    assertEquals(kernel.arguments(), text(domain, "cmdline"));
                });
                if (platform == GuestPlatform.LIBVIRT_XEN) continue;
                for (Disk disk : guest.disks()) assertTrue(sources(domain).contains(disk.path()), disk::toString);
            }
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document domain, String name) {
        return domain.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> sources(Document domain) {
        var sources = new ArrayList<String>();
        NodeList elements = domain.getElementsByTagName("source");
        for (int i = 0; i < elements.getLength(); i++)
            for (String key : List.of("file", "dev"))
                sources.add(((org.w3c.dom.Element) elements.item(i)).getAttribute(key));
        return sources;
    }

    @Test
    void qemuGetsItsCommasDoubled() {
        Guest guest = Guest.named("a,b").withDisks(Disk.of("/srv/x,y.raw", Disk.Format.RAW));
        List<String> words =
                Rendering.of(guest, Target.of(GuestPlatform.KVM)).commands().getFirst();
        assertEquals("guest=a,,b,debug-threads=on", words.get(words.indexOf("-name") + 1));
        assertTrue(words.stream().anyMatch(word -> word.startsWith("file=/srv/x,,y.raw,if=none")), words::toString);
    }

    @Test
    void theTargetIsTheFirstChosenPlatformOfItsLanguage() {
        Guest guest = Guest.named("a").withPlatforms(Platforms.of(GuestPlatform.XEN_PV, GuestPlatform.QEMU));
        assertEquals(new Target(Language.XL, GuestPlatform.XEN_PV), Target.of(Language.XL, guest));
        assertEquals(new Target(Language.QEMU, GuestPlatform.QEMU), Target.of(Language.QEMU, guest));
        assertEquals(new Target(Language.LIBVIRT, GuestPlatform.LIBVIRT_KVM), Target.of(Language.LIBVIRT, guest));
    }
}
