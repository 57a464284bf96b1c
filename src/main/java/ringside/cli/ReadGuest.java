package ringside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.guest.Fields;
import ringside.core.guest.read.NotUnderstood;
import ringside.core.guest.read.Readers;
import ringside.core.guest.read.Reading;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.json.Json;

@Command(
        name = "read",
        description = "Makes a guest's YAML file out of a libvirt domain, an xl configuration, a QEMU command line or a"
                + " .vbox file. What is not understood is told, by line.")
final class ReadGuest implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "the configuration; its kind is told by its content")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description = "where the guest goes; standard output if not said")
    private @Nullable Path out;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ReadGuest(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reading reading = Readers.read(Objects.requireNonNull(file));
        String yaml = GuestFile.write(reading.guest());
        if (out != null) write(out, yaml);
        if (json) session.out().println(Json.pretty(map(reading)));
        else if (out == null) session.out().print(yaml);
        if (!json) reading.notUnderstood().forEach(each -> session.say("not understood: " + each));
        return 0;
    }

    private static void write(Path path, String yaml) {
        try {
            WholeFile.write(path, to -> to.write(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new RingsideException(
                    path + " could not be written (" + e.getClass().getSimpleName() + ")",
                    "check that its folder is there and may be written to",
                    e);
        }
    }

    private static Map<String, Object> map(Reading reading) {
        var map = new LinkedHashMap<String, Object>();
        map.put("guest", Fields.map(reading.guest()));
        map.put(
                "not_understood",
                reading.notUnderstood().stream().map(ReadGuest::map).toList());
        return map;
    }

    private static Map<String, Object> map(NotUnderstood part) {
        var map = new LinkedHashMap<String, Object>();
        map.put("line", part.line());
        map.put("text", part.text());
        map.put("reason", part.reason());
        return map;
    }
}
