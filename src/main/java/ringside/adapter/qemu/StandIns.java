package ringside.adapter.qemu;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.guest.validate.Findings;
import ringside.core.guest.validate.Scratch;

/**
 * Throw-away files in the place of those that a command line names, of the same kind and size, so that a paused QEMU
 * neither needs nor touches the real ones.
 */
final class StandIns {
    private static final long MISSING_DISK = 64L << 20;
    private static final long MISSING_CD = 1L << 20;
    private static final long FLOPPY = 1_474_560;
    /** Sizes of OVMF's two images of a 4 MB flash: QEMU accepts whole pages only. */
    private static final long VARIABLES = 540_672;

    private static final long FIRMWARE = 3_653_632;
    private static final String OVMF = "/usr/share/OVMF/";
    private static final int LARGEST_COPY = 64 << 20;
    private static final List<String> FORMATS = List.of("raw", "qcow2", "qcow", "qed", "vdi", "vmdk", "vpc", "vhdx");

    private final Scratch scratch;
    private final Findings findings;
    private final QemuImage image;
    private final Map<String, String> made = new HashMap<>();

    StandIns(Scratch scratch, Findings findings, QemuImage image) {
        this.scratch = scratch;
        this.findings = findings;
        this.image = image;
    }

    String socket() {
        return scratch.fresh(".sock").toString();
    }

    String output() {
        return scratch.fresh(".log").toString();
    }

    /** @param format as the command line says it; empty if it leaves QEMU to guess */
    String disk(String source, Optional<String> format, boolean cdrom) {
        String key = source + "\n" + format;
        String known = made.get(key);
        if (known != null) return known;
        String disk = newDisk(source, format.map(StandIns::imageFormat), cdrom);
        made.put(key, disk);
        return disk;
    }

    /** A block device's content has no format of its own. */
    private static String imageFormat(String driver) {
        return driver.equals("host_device") || driver.equals("file") || driver.equals("host_cdrom") ? "raw" : driver;
    }

    private String newDisk(String source, Optional<String> wanted, boolean cdrom) {
        long bytes = cdrom ? MISSING_CD : MISSING_DISK;
        Optional<String> found = Optional.empty();
        if (isFile(source)) {
            Map<String, Object> told = image.describe(source);
            found = Optional.ofNullable(told.get("format")).map(Object::toString);
            bytes = told.get("virtual-size") instanceof Number size && size.longValue() > 0 ? size.longValue() : bytes;
            mismatch(source, wanted, found);
        } else if (!source.startsWith("/dev/"))
            findings.note(source + " is not there: a new " + wanted.orElse("raw") + " image stood in for it");
        else findings.note(source + ": an empty file stood in for the block device");
        String format = wanted.isPresent() ? wanted.get() : found.orElse("raw");
        if (!FORMATS.contains(format)) {
            findings.note(source + ": format " + format + " is not checked, a raw image stood in for it");
            format = "raw";
        }
        String path = scratch.fresh(".img").toString();
        image.create(path, format, bytes).ifPresent(findings::problem);
        return path;
    }

    /** A path that this machine cannot even write down is no file on it. */
    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    private void mismatch(String source, Optional<String> wanted, Optional<String> found) {
        if (wanted.isEmpty() || found.isEmpty() || wanted.equals(found)) return;
        findings.problem(source + " is " + found.get() + ", not " + wanted.get()
                + (wanted.get().equals("raw") ? ": the guest would see the container instead of the disk" : ""));
    }

    String kernel(String source) {
        return copy(source, "kernel", bootable());
    }

    String initrd(String source) {
        return copy(source, "initial RAM disk", new byte[65_536]);
    }

    String rom(String source) {
        return copy(source, "ROM", new byte[65_536]);
    }

    String table(String source) {
        return copy(source, "file", new byte[4096]);
    }

    String secret(String source) {
        return copy(source, "secret", "x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    String floppy(String source) {
        return empty(source, "floppy", FLOPPY);
    }

    /** A copy where the file is there, the same build from OVMF's own folder where only the copy is missing. */
    String firmware(String source) {
        String packaged = OVMF + source.substring(source.lastIndexOf('/') + 1);
        if (!isFile(source) && isFile(packaged)) {
            findings.note(source + " is not there: " + packaged + " stood in for it");
            return copy(packaged, "firmware", new byte[0]);
        }
        if (isFile(source)) return copy(source, "firmware", new byte[0]);
        boolean variables = source.toUpperCase(Locale.ROOT).contains("VARS");
        return empty(source, "firmware", variables ? VARIABLES : FIRMWARE);
    }

    String folder() {
        Path folder = scratch.fresh(".d");
        try {
            return Files.createDirectory(folder).toString();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private String copy(String source, String what, byte[] otherwise) {
        return made.computeIfAbsent(what + "\n" + source, key -> {
            try {
                if (isFile(source) && Files.size(Path.of(source)) <= LARGEST_COPY)
                    return Files.copy(Path.of(source), scratch.fresh(".bin")).toString();
            } catch (IOException unreadable) {
                findings.note(source + " cannot be read here");
            }
            findings.note(source + " is not there: a stand-in " + what + " took its place");
            return scratch.write(".bin", otherwise).toString();
        });
    }

    private String empty(String source, String what, long bytes) {
        return made.computeIfAbsent(what + "\n" + source, key -> {
            findings.note(source + ": an empty stand-in " + what + " took its place");
            Path path = scratch.fresh(".bin");
            try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(bytes);
            } catch (IOException e) {
                throw trouble(e);
            }
            return path.toString();
        });
    }

    private RingsideException trouble(IOException e) {
        return new RingsideException(
                "A temporary file could not be made in " + scratch.folder(), "make room on its disk", e);
    }

    /** The smallest file that QEMU takes as a Linux kernel: the setup header of boot protocol 2.12. */
    private static byte[] bootable() {
        ByteBuffer kernel = ByteBuffer.allocate(32_768).order(ByteOrder.LITTLE_ENDIAN);
        kernel.put(0x1f1, (byte) 4); // setup sectors
        kernel.putShort(0x1fe, (short) 0xaa55);
        kernel.put(0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        kernel.putShort(0x206, (short) 0x020c);
        kernel.put(0x211, (byte) 1); // loaded high
        kernel.putInt(0x22c, Integer.MAX_VALUE); // highest address of the initial RAM disk
        kernel.putInt(0x238, 2047); // longest command line
        return kernel.array();
    }
}
