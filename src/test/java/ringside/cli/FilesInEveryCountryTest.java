package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Sha256;

/** What is written to files does not depend on where the person lives who writes it. */
class FilesInEveryCountryTest {
    private static final String[] COUNTRIES = {"de-DE", "ar-EG", "fa-IR"};

    private final String store = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    @Test
    void archivesFiguresAnswersAndConfigurationsAreTheSameToTheByte() throws IOException {
        assumeTrue(
                Boolean.getBoolean("ringside.slow"),
                "all files in three countries take a minute: -Dringside.slow=true runs it");
        Map<String, String> here = in("en-US");
        assertFalse(here.isEmpty());
        for (String country : COUNTRIES) assertEquals(here, in(country), country);
    }

    /** Files by their names, with a checksum of each. */
    private Map<String, String> in(String country) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(country));
        Path out = Files.createDirectory(folder.resolve(country));
        try {
            run("export", "--set", "lima-2026", "--set", "host", "--out", out + "/sets.ringside");
            for (String format : new String[] {"csv", "svg"})
                run("figures", "export", "--figure", "5.5", "--figure", "5.1", "--format", format, "--out", out + "/f");
            run("compare", "--set", "lima-2026", "--out", out + "/answer");
            run("guest", "new", "--preset", "best-kvm", "--out", out + "/guest.yaml");
            for (String target : new String[] {"qemu", "libvirt", "virt-install", "xl", "vboxmanage"})
                run("guest", "render", "--spec", out + "/guest.yaml", "--for", target, "--out", out + "/" + target);
            run("features", "list", "--format", "html", "--out", out + "/features.html");
        } finally {
            Locale.setDefault(before);
        }
        var sums = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                // a PDF has the moment in it that it was made
                if (!name.endsWith(".pdf")) sums.put(name, Sha256.of(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private void run(String... words) {
        var all = Stream.concat(Stream.of("--store", store), Stream.of(words)).toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = RingsideCommand.run(all, new PrintStream(out), new PrintStream(err), location -> {});
        assertEquals(0, code, String.join(" ", words) + ": " + err);
    }
}
