package ringside.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.image.GuestImage;
import ringside.core.image.ImageBuild;
import ringside.core.image.Images;
import ringside.core.image.Recipe;

/** The guest image that tests of real guests share: built once for the machine, in the user's cache for the next time. */
final class LabImage {
    private LabImage() {}

    /** What programs see as their cache directory that are to find it. */
    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    }

    /** The folder beside the program's own that has it. */
    static Path folder() {
        return cache().resolve("ringside-lab");
    }

    /** Skips the test where there is none and the lab is not required. */
    static GuestImage needed() {
        List.of("qemu-system-x86_64", "qemu-img", "ssh").forEach(Lab::needs);
        var images = new Images(folder().resolve("images"), image -> List.of());
        var recipe = new Recipe("lab", "", List.of(), Recipe.USUAL_MIB);
        var building = new ImageBuild(new LocalShell(), images);
        Optional<GuestImage> there = building.existing(recipe);
        return there.orElseGet(() -> {
            if (!System.getProperty("ringside.lab", "").equals("required"))
                Lab.missing("the lab's image is not built yet, which takes minutes");
            List<String> lacks = building.lacks(recipe);
            return lacks.isEmpty()
                    ? building.build(recipe, Progress.SILENT)
                    : Lab.missing("no image can be built: " + String.join("; ", lacks));
        });
    }
}
