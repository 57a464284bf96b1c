package ringside.core.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import ringside.core.Sha256;
import ringside.core.json.Json;

/** An archive taken apart, to be changed and packed again. */
final class Packed {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Packed of(byte[] archive) {
        var packed = new Packed();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
                packed.entries.put(entry.getName(), zip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed;
    }

    Packed with(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    Packed with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Packed without(String path) {
        entries.remove(path);
        return this;
    }

    Packed change(String path, UnaryOperator<String> change) {
        String before = new String(entries.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) throw new IllegalStateException("the change of " + path + " changes nothing");
        return with(path, after);
    }

    Packed manifest(Consumer<Map<String, Object>> change) {
        Map<String, Object> manifest = Json.object(new String(entries.get(Archives.MANIFEST), StandardCharsets.UTF_8));
        change.accept(manifest);
        return with(Archives.MANIFEST, Json.pretty(manifest));
    }

    /** Lists what there is in the manifest, with sizes and checksums that are right. */
    Packed sealed() {
        return manifest(manifest -> {
            var list = new ArrayList<Object>();
            entries.forEach((path, content) -> {
                if (!path.equals(Archives.MANIFEST))
                    list.add(Manifest.ordered("path", path, "sha256", Sha256.of(content), "size", content.length));
            });
            manifest.put("entries", list);
        });
    }

    List<String> paths() {
        return List.copyOf(entries.keySet());
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
