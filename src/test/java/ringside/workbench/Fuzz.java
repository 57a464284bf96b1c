package ringside.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Format;
import ringside.core.format.Formats;
import ringside.core.format.Importing;
import ringside.core.format.Mapping;
import ringside.core.format.MappingGuess;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;

/**
 * Imports files made at random out of real ones, format by format, until the time is up. Whatever a file holds, it is taken
 * or refused in words, soon, in this program's small memory, and refused it leaves the store as it was. A round is made of its
 * seed alone, so that what a failure prints makes the same file again.
 *
 * <p>{@code .ci/fuzz [--seconds 60] [--format ID] [--seed N [--rounds 1]]}; a failing file is left in {@code target/fuzz}.
 */
public final class Fuzz {
    private static final String TABLE = "table";
    private static final int ROUNDS_OF_A_STORE = 100;
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final int LARGEST = 1 << 20;
    private static final String LIKELY = "0123456789.-+eEnainf \t\n\r\"<>{}";
    private static final List<String> THROWN_IN = List.of(
            "nan",
            "-inf",
            "-1",
            "1e999",
            "99999999999999999999",
            "\n\n",
            "\u001B[2K",
            "\0",
            ";=%3B",
            "\r",
            "\"",
            "\\u0000",
            "<a>",
            "]]>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>&a;",
            "{",
            "[[[[",
            "}",
            "é",
            "\uFEFF",
            ",,,,",
            "\t");

    private final Formats formats;
    private final Map<String, List<byte[]>> corpus = new LinkedHashMap<>();

    private Fuzz(Formats formats) throws IOException {
        this.formats = formats;
        for (Format format : formats.all()) corpus.put(format.id(), files(format.id()));
        corpus.put(TABLE, files(TABLE));
        corpus.put("ringside", samples());
        corpus.forEach((id, files) -> {
            if (files.isEmpty())
                throw new IllegalStateException("no file to begin with for the format " + id
                        + ": put one into src/test/resources/captured/" + id + " or src/test/resources/fuzz/" + id);
        });
    }

    private static List<byte[]> files(String id) throws IOException {
        var all = new ArrayList<byte[]>();
        for (String root : List.of("captured", "fuzz")) {
            Path folder = Path.of("src/test/resources", root, id);
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList())
                    if (Files.isRegularFile(file)) all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static List<byte[]> samples() throws IOException {
        var all = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.sorted().toList())
                if (file.toString().endsWith(".ringside") && Files.size(file) < 20_000)
                    all.add(Files.readAllBytes(file));
        }
        return all;
    }

    public static void main(String[] words) throws IOException {
        var options = new LinkedHashMap<>(Map.of("--seconds", "60", "--rounds", String.valueOf(Long.MAX_VALUE)));
        for (int i = 0; i + 1 < words.length; i += 2) options.put(words[i], words[i + 1]);
        Formats formats;
        try (Workbench workbench = Workbench.open("jdbc:h2:mem:formats")) {
            formats = workbench.formats();
        }
        var fuzz = new Fuzz(formats);
        long seed =
                Optional.ofNullable(options.get("--seed")).map(Long::parseLong).orElseGet(System::nanoTime);
        String only = options.getOrDefault("--format", "");
        if (!only.isEmpty() && !fuzz.corpus.containsKey(only))
            throw new IllegalArgumentException("--format is one of " + String.join(", ", fuzz.corpus.keySet()));
        for (String id : fuzz.corpus.keySet())
            if (only.isEmpty() || only.equals(id))
                fuzz.run(
                        id,
                        seed,
                        Long.parseLong(options.get("--rounds")),
                        Double.parseDouble(options.get("--seconds")));
        System.exit(0); // H2's own threads
    }

    private void run(String id, long seed, long rounds, double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long round = 0;
        long taken = 0;
        while (round < rounds && System.nanoTime() < end) {
            String place = "jdbc:h2:mem:" + UUID.randomUUID();
            try (ResultStore store = JdbcStore.open(place)) {
                var importing = new Importing(formats, store);
                for (int i = 0; i < ROUNDS_OF_A_STORE && round < rounds && System.nanoTime() < end; i++) {
                    if (isTaken(id, seed + round, importing, store)) taken++;
                    round++;
                }
            }
            forget(place);
        }
        System.out.printf("%-18s %,8d rounds from seed %d, %,d taken%n", id, round, seed, taken);
    }

    /** A store in memory stays for the next that opens it. */
    private static void forget(String place) throws IOException {
        try (var connection = DriverManager.getConnection(place, "ringside", "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private boolean isTaken(String id, long seed, Importing importing, ResultStore store) throws IOException {
        byte[] bytes = made(id, new Random(seed));
        int before = store.sets().size();
        long begin = System.nanoTime();
        try {
            Outcome outcome = taken(id, bytes, importing, seed % 2 == 0);
            require(!outcome.sets().isEmpty() == (outcome.samples() > 0), "sets and samples do not agree: " + outcome);
            require(System.nanoTime() - begin < LONGEST_NANOS, "it took more than 20 s");
            for (String set : outcome.sets()) store.discard(set);
            store.purge();
            return true;
        } catch (RingsideException refused) {
            try {
                require(!refused.problem().isBlank() && !refused.remedy().isBlank(), "refused without a word");
                require(store.sets().size() == before, "refused, and the store has changed");
                require(System.nanoTime() - begin < LONGEST_NANOS, "it took more than 20 s");
                return false;
            } catch (IllegalStateException wrong) {
                throw failed(id, seed, bytes, wrong);
            }
        } catch (RuntimeException | Error fault) {
            throw failed(id, seed, bytes, fault);
        }
    }

    private static Outcome taken(String id, byte[] bytes, Importing importing, boolean stated) {
        Content content = Content.of("fuzzed", bytes);
        if (id.equals(TABLE)) {
            Mapping mapping = MappingGuess.of(content).orElseThrow(() -> new RingsideException("no table", "none"));
            return importing.readTable(content, mapping, Request.AUTOMATIC, Progress.SILENT);
        }
        var request = new Request(
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                stated ? Parameters.of("operation", "rd") : Parameters.NONE);
        return importing.read(content, request, Progress.SILENT);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }

    private static IllegalStateException failed(String id, long seed, byte[] bytes, Throwable fault)
            throws IOException {
        Path file = Files.createDirectories(Path.of("target/fuzz")).resolve(id + "-" + seed);
        Files.write(file, bytes);
        return new IllegalStateException(
                "the format " + id + " failed; again: .ci/fuzz --format " + id + " --seed " + seed
                        + " --rounds 1 (the file is " + file + ")",
                fault);
    }

    /** A file of the format with bytes changed, cut out, doubled and thrown in, or one of another format as it is. */
    private byte[] made(String id, Random random) {
        byte[] bytes = one(corpus.getOrDefault(id, List.of()), random);
        if (random.nextInt(12) == 0) bytes = one(one(List.copyOf(corpus.values()), random), random);
        if (random.nextInt(6) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        if (random.nextInt(6) == 0) bytes = joined(bytes, one(corpus.getOrDefault(id, List.of()), random));
        for (int changes = random.nextInt(10); changes > 0 && bytes.length > 0; changes--)
            bytes = changed(bytes, random);
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> {} // cut out
            case 1 -> {
                for (int times = random.nextInt(30); times >= 0; times--) out.write(bytes, from, length);
            }
            case 2 -> {
                for (int i = 0; i < length; i++) out.write(random.nextInt(256));
            }
            case 3 -> out.writeBytes(one(THROWN_IN, random).getBytes(StandardCharsets.UTF_8));
            case 4 ->
                out.writeBytes(
                        one(THROWN_IN, random).repeat(1 + random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8));
            default -> {
                for (int i = 0; i < length; i++) out.write(LIKELY.charAt(random.nextInt(LIKELY.length())));
            }
        }
        out.write(bytes, from + length, bytes.length - from - length);
        return out.toByteArray();
    }
}
