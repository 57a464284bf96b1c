package ringside.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.FakeTools;
import ringside.Lab;
import ringside.core.Progress;
import ringside.core.RingsideException;

/**
 * The build around its slow parts, for which scripts stand in: fetching packages and making a file system. The build with
 * the real ones is in {@code GuestLabTest}.
 */
class ImageBuildTest {
    private static final Recipe RECIPE = new Recipe("small", "bookworm", List.of(), 800);

    @TempDir
    Path tools;

    @TempDir
    Path cache;

    private FakeTools machine;
    private Images images;
    private List<String> guests = List.of();

    @BeforeEach
    void standIns() throws IOException {
        Lab.needs("ssh-keygen");
        Lab.needs("cpio");
        images = new Images(cache.resolve("images"), folder -> guests);
        machine = new FakeTools(tools)
                .with("id", "echo 0")
                .with(
                        "apt-get",
                        "case \"$*\" in *indextargets*) echo 'deb http://mirror bookworm main';; *) : > linux-image-9.deb;; esac")
                .with("apt-cache", "case \"$1\" in depends) echo '  Depends: linux-image-9';; esac")
                .with(
                        "mmdebstrap",
                        "for last; do :; done; for root in \"$@\"; do case $root in */root) break;; esac; done;"
                                + " cat > /dev/null; mkdir -p \"$root/root\" \"$root/sbin\" \"$root/etc\"")
                .with(
                        "dpkg-deb",
                        "mkdir -p kernel/boot kernel/lib/modules/9/kernel; echo k > kernel/boot/vmlinuz-9;"
                                + " : > kernel/lib/modules/9/kernel/virtio_blk.ko;"
                                + " echo 'kernel/virtio_blk.ko:' > kernel/lib/modules/9/modules.dep")
                .with("busybox", "exit 0")
                .with("ldd", "echo 'not a dynamic executable'")
                .with("mke2fs", "for image; do :; done; truncate -s 1M \"$image\"");
    }

    @Test
    void anImageIsThereWithItsKeyItsChecksumAndNothingHalf() throws Exception {
        var said = new ArrayList<String>();
        GuestImage image = new ImageBuild(machine, images).build(RECIPE, (what, share) -> said.add(what));
        assertEquals(List.of(image), images.all());
        assertTrue(images.isWhole(image, Progress.SILENT));
        assertTrue(image.hostKey().startsWith("ssh-ed25519 "));
        assertTrue(Files.readString(image.key()).contains("PRIVATE KEY"));
        assertEquals(1L << 20, Files.size(image.disk()));
        assertTrue(said.contains("the kernel"), said::toString);
        try (var files = Files.list(images.root())) {
            assertEquals(List.of(image.folder()), files.toList());
        }
    }

    @Test
    void anImageOfTheSameRecipeIsNotBuiltAgainAndAnotherIs() {
        var build = new ImageBuild(machine, images);
        GuestImage image = build.build(RECIPE, Progress.SILENT);
        assertEquals(image, build.existing(RECIPE).orElseThrow());
        assertTrue(build.existing(new Recipe("small", "bookworm", List.of("fio"), 800))
                .isEmpty());
    }

    @Test
    void anImageThatGuestsNeedIsNeitherBuiltAnewNorRemoved() {
        var build = new ImageBuild(machine, images);
        GuestImage image = build.build(RECIPE, Progress.SILENT);
        guests = List.of("web", "db");
        var refusal = assertThrows(RingsideException.class, () -> images.remove("small"));
        assertEquals("The image small is needed by web, db", refusal.problem());
        assertThrows(RingsideException.class, () -> build.build(RECIPE, Progress.SILENT));
        assertEquals(List.of(image), images.all());
        guests = List.of();
        images.remove("small");
        assertEquals(List.of(), images.all());
    }

    @Test
    void anImageThatAGuestIsStartedFromWhileItIsBuiltAnewStays() {
        var build = new ImageBuild(machine, images);
        GuestImage image = build.build(RECIPE, Progress.SILENT);
        assertThrows(RingsideException.class, () -> build.build(RECIPE, (what, share) -> guests = List.of("web")));
        assertEquals(List.of(image), images.all());
        assertEquals(List.of(), images.unfinished());
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        GuestImage image = new ImageBuild(machine, images).build(RECIPE, Progress.SILENT);
        image.kernel().toFile().setWritable(true);
        Files.writeString(image.kernel(), "another");
        assertFalse(images.isWhole(image, Progress.SILENT));
    }

    @Test
    void whatFailsLeavesTheImageThatWasThere() throws IOException {
        var build = new ImageBuild(machine, images);
        GuestImage before = build.build(RECIPE, Progress.SILENT);
        machine.with("mmdebstrap", "echo 'E: unable to fetch openssh-server' >&2; exit 1");
        var failure = assertThrows(RingsideException.class, () -> build.build(RECIPE, Progress.SILENT));
        assertTrue(failure.problem().endsWith("E: unable to fetch openssh-server"), failure::problem);
        assertEquals(List.of(before), images.all());
        assertEquals(List.of(), images.unfinished());
    }

    @Test
    void aCancelledBuildLeavesNothing() throws Exception {
        machine.with("mmdebstrap", "exec sleep 60");
        var building = Thread.ofPlatform()
                .start(() -> assertThrows(
                        Progress.Cancelled.class,
                        () -> new ImageBuild(machine, images).build(RECIPE, Progress.SILENT)));
        for (int i = 0; i < 500 && images.unfinished().isEmpty(); i++) Thread.sleep(10);
        assertEquals(1, images.unfinished().size());
        building.interrupt();
        building.join(10_000);
        assertFalse(building.isAlive());
        assertEquals(List.of(), images.unfinished());
        assertEquals(List.of(), images.all());
    }

    @Test
    void whatIsMissingIsNamedWithItsRemedyBeforeAnythingIsDone() throws IOException {
        machine.with("apt-cache", "case \"$*\" in *lmbench*) exit 100;; esac").with("id", "echo 1000");
        List<String> lacks = new ImageBuild(machine, images).lacks(RECIPE);
        assertEquals(List.of("only root can build a root file system: run this as root, or by sudo"), lacks);
        machine.with("id", "echo 0");
        assertTrue(
                new ImageBuild(machine, images).lacks(RECIPE).getFirst().startsWith("apt knows no package lmbench: "));
        assertThrows(RingsideException.class, () -> new ImageBuild(machine, images).build(RECIPE, Progress.SILENT));
        assertTrue(Files.notExists(images.root()));
    }

    @Test
    void aRecipeThatCouldBeMistakenForMoreIsRefused() {
        assertThrows(RingsideException.class, () -> new Recipe("../x", "", List.of(), 800));
        assertThrows(RingsideException.class, () -> new Recipe("x", "", List.of("--aptopt=x"), 800));
        assertThrows(RingsideException.class, () -> new Recipe("x", "a b", List.of(), 800));
        assertThrows(RingsideException.class, () -> new Recipe("x", "", List.of(), 1));
    }
}
