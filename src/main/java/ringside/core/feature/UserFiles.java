package ringside.core.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ringside.core.feature.Gathered.Text;

/** The files in a person's folders: those that can be read, and why others cannot. */
final class UserFiles {
    private static final int MOST_FILES = 100;
    private static final int MOST_FAULTS = 20;

    private final List<Text> texts = new ArrayList<>();
    private final List<Fault> unread = new ArrayList<>();
    private final Set<Path> read = new HashSet<>();
    private final List<String> order = new ArrayList<>(); // of the names, as they were met

    /** A folder with all its files, or a single file. */
    void add(Path place) {
        if (!Files.isDirectory(place)) {
            if (Files.exists(place)) addFile(place);
            return;
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files = entries.filter(UserFiles::isMeant).sorted().toList();
            files.stream().limit(MOST_FILES).forEach(this::addFile);
            if (files.size() > MOST_FILES)
                refuse(place, files.size() + " files are too many; the first " + MOST_FILES + " were read");
        } catch (IOException | UncheckedIOException e) {
            refuse(place, "the folder cannot be read: " + e.getMessage());
        }
    }

    private static boolean isMeant(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".json") && !name.startsWith(".");
    }

    private void addFile(Path file) {
        try {
            if (!read.add(Files.exists(file) ? file.toRealPath() : file)) return; // named in two ways
            order.add(Checked.shown(file.getFileName().toString()));
            if (!Files.isRegularFile(file)) {
                refuse(file, "it is no ordinary file");
                return;
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(Catalogue.LARGEST + 1);
            }
            if (bytes.length > Catalogue.LARGEST) refuse(file, "it is larger than 1 MiB");
            else texts.add(new Text(Checked.shown(file.getFileName().toString()), utf8(bytes)));
        } catch (CharacterCodingException e) {
            refuse(file, "it is not UTF-8 text");
        } catch (IOException e) {
            refuse(file, "it cannot be read: " + e.getMessage());
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString()
                .replaceFirst("^\ufeff", ""); // the byte order mark that some editors put first
    }

    private void refuse(Path file, String why) {
        unread.add(new Fault(Checked.shown(String.valueOf(file.getFileName())), 0, "", why));
    }

    /** Puts them to what is known. @return why some were left out, by their names */
    List<Fault> into(Gathered known) {
        var faults = new ArrayList<>(unread);
        known.take(texts).forEach((at, wrong) -> {
            faults.addAll(wrong.subList(0, Math.min(MOST_FAULTS, wrong.size())));
            if (wrong.size() > MOST_FAULTS)
                faults.add(new Fault(texts.get(at).name(), 0, "", (wrong.size() - MOST_FAULTS) + " more faults"));
        });
        faults.sort(Comparator.comparingInt(
                fault -> order.contains(fault.file()) ? order.indexOf(fault.file()) : order.size()));
        return faults;
    }
}
