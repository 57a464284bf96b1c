package ringside.core.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.WholeFile;

/**
 * The hosts that were saved, in a file that a person can read and edit: a line for each, its target and, after a space, a
 * note. Lines with {@code #} and empty ones say nothing. This machine is always the first and stands in the file only to
 * keep its note. Secrets are never in it. Every method is slow.
 */
public final class SavedHosts {
    private static final int MOST_BYTES = 1 << 20;
    private static final String HEAD = "# Hosts saved by Ringside: a target and a note on each line\n";

    private final Path file;

    public SavedHosts(Path file) {
        this.file = file;
    }

    /** This machine, and the others in the order they were saved. @throws RingsideException naming file and line */
    public synchronized List<SavedHost> all() {
        var hosts = new LinkedHashMap<Target, SavedHost>();
        hosts.put(Target.LOCAL, SavedHost.HERE);
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            read(lines.get(i), number).ifPresent(host -> hosts.put(host.target(), host));
        }
        return List.copyOf(hosts.values());
    }

    private List<String> lines() {
        if (!Files.exists(file)) return List.of();
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES)
                throw new RingsideException(
                        "The file of saved hosts " + file + " has more than 1 MiB", "make it smaller");
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new RingsideException("Cannot read the saved hosts in " + file, "check who may read that file", e);
        }
    }

    private Optional<SavedHost> read(String line, int number) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) return Optional.empty();
        String[] parts = text.split("\\s+", 2);
        try {
            return Optional.of(new SavedHost(Target.parse(parts[0]), parts.length > 1 ? parts[1] : ""));
        } catch (RingsideException e) {
            throw new RingsideException(file + ":" + number + ": " + e.problem(), e.remedy(), e);
        }
    }

    /** Adds it as the last. @throws RingsideException if it is there already */
    public synchronized void add(SavedHost host) {
        add(host, Integer.MAX_VALUE);
    }

    /** Adds it where it was before. @param place counted from 0, this machine included */
    public synchronized void add(SavedHost host, int place) {
        var hosts = new ArrayList<>(all());
        unlessThere(hosts, host.target());
        hosts.add(Math.clamp(place, 1, hosts.size()), host);
        write(hosts);
    }

    /** Puts another in a host's place. @throws RingsideException if the other is there already */
    public synchronized void replace(Target before, SavedHost host) {
        var hosts = new ArrayList<>(all());
        if (!before.equals(host.target())) unlessThere(hosts, host.target());
        hosts.replaceAll(one -> one.target().equals(before) ? host : one);
        write(hosts);
    }

    private static void unlessThere(List<SavedHost> hosts, Target target) {
        if (hosts.stream().anyMatch(one -> one.target().equals(target)))
            throw new RingsideException(target + " is saved already", "choose it in the list");
    }

    /** This machine stays. */
    public synchronized void remove(Target target) {
        var hosts = new ArrayList<>(all());
        hosts.removeIf(one -> one.target().equals(target) && !target.equals(Target.LOCAL));
        write(hosts);
    }

    private void write(List<SavedHost> hosts) {
        String text = hosts.stream()
                .filter(host -> !host.equals(SavedHost.HERE))
                .map(host -> (host.target().text() + " " + host.note()).strip() + "\n")
                .collect(Collectors.joining("", HEAD, ""));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new RingsideException(
                    "The hosts are not saved: cannot write " + file, "check who may write there, and the space", e);
        }
    }
}
