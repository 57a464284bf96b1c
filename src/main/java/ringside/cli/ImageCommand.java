package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.image.GuestImage;
import ringside.core.image.ImageBuild;
import ringside.core.image.ImageCopies;
import ringside.core.image.Images;
import ringside.core.image.Recipe;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

@Command(name = "image", description = "Images that guests start from, kept in the cache directory.")
final class ImageCommand {
    private ImageCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new ImageCommand())
                .addSubcommand(new Build(session))
                .addSubcommand(new ListImages(session))
                .addSubcommand(new Remove(session));
    }

    private static Map<String, Object> map(GuestImage image) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", image.name());
        map.put("folder", image.folder().toString());
        map.put("release", image.release());
        map.put("packages", image.packages());
        map.put("checksum", image.checksum());
        map.put("made", image.made().toString());
        map.put("bytes", image.bytes());
        map.put("user", "root");
        map.put("key", image.key().toString());
        return map;
    }

    private static Map<String, Object> map(ImageCopies.Copy copy) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", copy.name());
        map.put("folder", copy.folder());
        map.put("whole", copy.whole());
        map.put("bytes", copy.bytes());
        return map;
    }

    @Command(
            name = "build",
            description = {
                "Builds a small Debian guest with an SSH server, lmbench, iozone and HPC Challenge from the packages that"
                        + " this machine's apt knows, with a key of its own. It takes some minutes, and root.",
                "An image that is there and would be made alike is left as it is."
            })
    private static final class Build implements Callable<Integer> {
        private final Session session;

        @Option(names = "--name", paramLabel = "NAME", description = "its name; lab if not said")
        private String name = "lab";

        @Option(names = "--release", paramLabel = "NAME", description = "of Debian; this machine's own if not said")
        private String release = "";

        @Option(names = "--package", paramLabel = "PACKAGE", description = "one more in it; may be repeated")
        private List<String> packages = List.of();

        @Option(
                names = "--size",
                paramLabel = "MIB",
                defaultValue = "" + Recipe.USUAL_MIB,
                description = "of its file system; ${DEFAULT-VALUE} if not said")
        private int mib;

        @Option(names = "--again", description = "build it even if it is there")
        private boolean again;

        @Option(names = "--check", description = "only say what this machine lacks for it")
        private boolean check;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        Build(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var recipe = new Recipe(name, release, packages, mib);
            ImageBuild build = Workbench.imageBuild();
            if (check) return lacks(build.lacks(recipe));
            Optional<GuestImage> there = again ? Optional.empty() : build.existing(recipe);
            GuestImage image = there.orElseGet(() -> build.build(recipe, session.progressInLines()));
            if (json) session.out().println(Json.pretty(map(image)));
            else
                session.out()
                        .println((there.isPresent() ? "There already: " : "Built: ") + image.name() + " in "
                                + image.folder() + ", root by the key " + image.key());
            return 0;
        }

        private int lacks(List<String> lacks) {
            if (lacks.isEmpty()) session.out().println("Nothing is missing.");
            lacks.forEach(session.out()::println);
            return lacks.isEmpty() ? 0 : 1;
        }
    }

    @Command(
            name = "list",
            description = "The images there are; of another host the copies that guests are started from there.")
    private static final class ListImages implements Callable<Integer> {
        private final Session session;

        @Mixin
        private ImageHost on = new ImageHost();

        @Option(names = "--verify", description = "read each whole, and compare its checksum")
        private boolean verify;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        ListImages(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return on.isHere() ? here() : there();
        }

        private int there() {
            List<ImageCopies.Copy> all = on.with(shell -> ImageCopies.on(shell).all());
            var table = new TextTable("NAME", "MB ON DISK", "FOLDER", "");
            for (ImageCopies.Copy copy : all)
                table.row(
                        copy.name(),
                        "" + copy.bytes() / 1_000_000,
                        copy.folder(),
                        copy.whole() ? "" : "broken off; goes on with the next start");
            if (json)
                session.out()
                        .println(Json.pretty(all.stream().map(ImageCommand::map).toList()));
            else if (all.isEmpty()) session.out().println("No images.");
            else session.out().print(table);
            return 0;
        }

        private int here() {
            Images images = Workbench.images();
            var list = new ArrayList<Map<String, Object>>();
            var table = new TextTable("NAME", "RELEASE", "MADE", "MB ON DISK", verify ? "CHECKSUM" : "");
            boolean whole = true;
            for (GuestImage image : images.all()) {
                boolean good = !verify || images.isWhole(image, Progress.SILENT);
                whole &= good;
                Map<String, Object> map = map(image);
                if (verify) map.put("whole", good);
                list.add(map);
                table.row(
                        image.name(),
                        image.release(),
                        image.made().toString().substring(0, 16).replace('T', ' '),
                        "" + image.bytes() / 1_000_000,
                        !verify ? "" : good ? "as made" : "CHANGED");
            }
            if (json) session.out().println(Json.pretty(list));
            else if (list.isEmpty()) session.out().println("No images.");
            else session.out().print(table);
            images.unfinished().forEach(folder -> session.say("broken off, and may be running still: " + folder));
            if (!whole)
                throw new RingsideException(
                        "An image is not what it was when it was made", "build it again, by --again");
            return 0;
        }
    }

    @Command(name = "remove", description = "Removes an image, or the copy of one on another host.")
    private static final class Remove implements Callable<Integer> {
        private final Session session;

        @Mixin
        private ImageHost on = new ImageHost();

        @Parameters(paramLabel = "NAME", description = "the image")
        private String name = "";

        Remove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (on.isHere()) Workbench.images().remove(name);
            else on.removeCopy(name);
            session.out().println(name + " is removed");
            return 0;
        }
    }
}
