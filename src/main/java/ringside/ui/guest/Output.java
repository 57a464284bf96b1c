package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Platforms;
import ringside.core.guest.Platforms.VirtualBoxRelease;
import ringside.core.guest.Words;
import ringside.core.guest.render.Language;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.guest.yaml.GuestFile;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** A text that is made of a guest. Making it is pure: no disk and no hypervisor is touched. */
sealed interface Output {
    /** For people; tells it from every other one. */
    String title();

    Printout of(Guest guest);

    /** The guest's own file, from which all others can be made again. */
    record Description() implements Output {
        @Override
        public String title() {
            return Texts.of("guest.output.description");
        }

        @Override
        public Printout of(Guest guest) {
            String fileName = Language.LIBVIRT.fileName(guest).replaceAll("\\.xml$", ".yaml");
            return Printout.of(this, fileName, GuestFile.write(guest), Syntax.YAML, List.of(), List.of());
        }
    }

    /** @param release of VirtualBox, if another than the guest names */
    record Configuration(Target target, Optional<VirtualBoxRelease> release) implements Output {
        @Override
        public String title() {
            String platform = release.map(one -> Texts.of("guest.output.virtualbox", Words.of(one)))
                    .orElseGet(() -> ringside.core.platform.Platforms.of(
                                    target.platform().id())
                            .name());
            return target.language().title() + " · " + platform;
        }

        @Override
        public Printout of(Guest guest) {
            Guest meant = release.map(other -> guest.withPlatforms(with(guest.platforms(), other)))
                    .orElse(guest);
            Rendering made = Rendering.of(meant, target);
            return Printout.of(this, fileName(made, guest), made.text(), syntax(), made.gaps(), made.before());
        }

        /**
         * What makes it in a terminal.
         *
         * @param description the guest's file
         */
        String command(String description, String fileName) {
            return Terminal.ringside(Stream.of(
                            List.of("guest", "render", "--spec", description),
                            List.of("--for", target.language().word()),
                            List.of("--platform", target.platform().id()),
                            release.map(one -> List.of("--virtualbox", Words.of(one)))
                                    .orElse(List.of()),
                            List.of("--out", fileName))
                    .flatMap(List::stream)
                    .toList());
        }

        private static Platforms with(Platforms platforms, VirtualBoxRelease release) {
            return new Platforms(platforms.chosen(), platforms.libvirtXen(), release);
        }

        /** Two platforms with one language get two files. */
        private String fileName(Rendering made, Guest guest) {
            long same = guest.platforms().chosen().stream()
                    .filter(target.language().platforms()::contains)
                    .count();
            String name = made.fileName();
            String distinct = release.map(Words::of).orElse(target.platform().id());
            if (same < 2 && release.isEmpty()) return name;
            String plain = target.language().fileName(guest.withName("x")).substring(1); // the language's ending
            return name.substring(0, name.length() - plain.length()) + "-" + distinct + plain;
        }

        private Syntax syntax() {
            return switch (target.language()) {
                case LIBVIRT -> Syntax.XML;
                case XL -> Syntax.CONFIG;
                case QEMU, VIRT_INSTALL, VBOXMANAGE -> Syntax.SHELL;
            };
        }
    }

    /** What is saved together: the description, and a text for each platform the guest is meant for. */
    static List<Output> chosen(Guest guest) {
        var outputs = new ArrayList<Output>(List.of(new Description()));
        for (Target target : Target.chosen(guest)) outputs.add(new Configuration(target, Optional.empty()));
        return outputs;
    }

    /** Those, and VirtualBox's other releases, whose commands one may want to see beside each other. */
    static List<Output> offered(Guest guest) {
        List<Output> outputs = new ArrayList<>(chosen(guest));
        if (!guest.platforms().chosen().contains(GuestPlatform.VIRTUALBOX)) return outputs;
        for (VirtualBoxRelease release : VirtualBoxRelease.values())
            if (release != guest.platforms().virtualbox())
                outputs.add(new Configuration(Target.of(GuestPlatform.VIRTUALBOX), Optional.of(release)));
        return outputs;
    }
}
