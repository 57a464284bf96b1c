package ringside;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real tools that some tests need: without them the test is skipped by name, or fails where the lab is required. */
public final class Lab {
    private Lab() {}

    /** @param programs names on the search path, or absolute paths */
    public static void needs(String... programs) {
        Arrays.stream(programs).filter(program -> !isThere(program)).forEach(program -> {
            String reason = program + " is not installed here";
            if (isRequired()) fail(reason + ", and the lab is required");
            Assumptions.abort(reason);
        });
    }

    public static boolean isRequired() {
        return "required".equals(System.getProperty("ringside.lab"));
    }

    public static boolean isThere(String program) {
        if (program.startsWith("/")) return Files.exists(Path.of(program));
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin";
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
