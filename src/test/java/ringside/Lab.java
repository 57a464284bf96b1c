package ringside;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a test needs of the machine it runs on. Where it is missing the test is skipped, or fails if the lab is required. */
public final class Lab {
    private Lab() {}

    /** @return where the program is */
    public static Path needs(String program) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin:/usr/local/sbin").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(program + " is not installed"));
    }

    /** @return never: it fails where the lab is required, and skips the test elsewhere */
    public static <T> T missing(String what) {
        return System.getProperty("ringside.lab", "").equals("required") ? fail(what) : abort(what);
    }

    public static void needsRoot() {
        if (!"root".equals(System.getProperty("user.name"))) missing("this needs root");
    }
}
