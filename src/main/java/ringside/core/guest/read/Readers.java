package ringside.core.guest.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ringside.core.RingsideException;
import ringside.core.guest.Refusal;
import ringside.core.guest.yaml.GuestFile;

/** Guests out of files of any kind, told by their content. */
public final class Readers {
    /** No configuration of one guest is longer. */
    public static final int LARGEST = 1 << 20;

    private static final Pattern SPECIFICATION = Pattern.compile("(?m)^(?:ringside-guest|name):");
    private static final Pattern XL =
            Pattern.compile("(?m)^[ \\t]*(?:name|type|memory|vcpus|disk|vif|kernel|bootloader|builder)(?=[ \\t]*=)");

    private Readers() {}

    /** @throws RingsideException if it cannot be read, is larger than {@link #LARGEST} or is not UTF-8 text */
    public static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST)
                throw new RingsideException(
                        file + " is larger than 1 MiB, longer than the configuration of any guest",
                        "give the file of one guest");
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new RingsideException(file + " is not text in UTF-8", "save it as UTF-8", notText);
        } catch (IOException e) {
            throw new RingsideException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    "check that it is there and may be read",
                    e);
        }
    }

    /**
     * Whether a file, whatever its name, holds the configuration of a guest. One with a fault in it is one too, so that
     * reading it can say where; text with but a few lines that look alike is none.
     */
    public static boolean isGuest(Path file) {
        String text;
        try {
            text = text(file);
        } catch (RingsideException noText) {
            return false;
        }
        return switch (FileKind.of(text)) {
            case LIBVIRT, VBOX, QEMU, VIRT_INSTALL, VBOXMANAGE -> true;
            case SPECIFICATION -> SPECIFICATION.matcher(text).find();
            case XL ->
                XL.matcher(text).results().map(MatchResult::group).distinct().count() >= 2;
            case UNKNOWN -> false;
        };
    }

    /** @throws RingsideException naming the file, the line where there is one, and what to do */
    public static Reading read(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return read(file.toString(), text(file), parent == null ? "" : parent.toString());
    }

    /**
     * @param source the file's name, for messages
     * @param folder where it is, for paths in it that begin there
     */
    public static Reading read(String source, String text, String folder) {
        FileKind kind = FileKind.of(text);
        try {
            return switch (kind) {
                case SPECIFICATION -> new Reading(GuestFile.read(source, text), List.of());
                case QEMU -> QemuReader.read(text);
                case LIBVIRT -> LibvirtReader.read(text);
                case XL -> XlReader.read(text);
                case VBOX -> VBoxReader.read(text, folder);
                case VIRT_INSTALL, VBOXMANAGE ->
                    throw new RingsideException(
                            source + " is " + kind.description() + ", which makes a guest but does not describe one",
                            "read what it makes: 'virsh dumpxml NAME', or the machine's .vbox file");
                case UNKNOWN ->
                    throw new RingsideException(
                            source + " is " + kind.description(),
                            "give a guest's YAML file, a libvirt domain, an xl configuration, a QEMU command line or a"
                                    + " .vbox file");
            };
        } catch (SyntaxFault fault) {
            throw new RingsideException(
                    source + ", line " + fault.line() + ": " + fault.what(),
                    "correct that line; it was taken for " + kind.description(),
                    fault);
        } catch (Refusal refusal) {
            throw new RingsideException(
                    source + " describes a guest that cannot be: " + refusal.getMessage(),
                    "change that in the file",
                    refusal);
        }
    }
}
