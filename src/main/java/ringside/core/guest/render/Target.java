package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;

/** What a guest is written for: a language, and which of the platforms that use it. */
public record Target(Language language, GuestPlatform platform) {
    public Target {
        if (!language.platforms().contains(platform))
            throw new IllegalArgumentException(
                    "a " + language.title() + " is for " + ids(language.platforms()) + ", not " + platform.id());
    }

    /** The first of the guest's chosen platforms that use the language; without one, what an expert would take. */
    public static Target of(Language language, Guest guest) {
        for (GuestPlatform chosen : guest.platforms().chosen())
            if (language.platforms().contains(chosen)) return new Target(language, chosen);
        boolean direct = guest.boot().kernel().isPresent();
        return language == Language.XL && !direct
                ? new Target(language, GuestPlatform.XEN_HVM)
                : new Target(language, language.platforms().getFirst());
    }

    /** The platform in its main language: XML for libvirt. */
    public static Target of(GuestPlatform platform) {
        for (Language language : Language.values())
            if (language.platforms().contains(platform)) return new Target(language, platform);
        throw new IllegalStateException(platform.id());
    }

    /** One for each platform the guest is meant for, in its order; libvirt's both as XML and for virt-install. */
    public static List<Target> chosen(Guest guest) {
        var targets = new ArrayList<Target>();
        for (GuestPlatform platform : guest.platforms().chosen())
            for (Language language : Language.values())
                if (language.platforms().contains(platform)) targets.add(new Target(language, platform));
        return List.copyOf(targets);
    }

    private static String ids(List<GuestPlatform> platforms) {
        return String.join(", ", platforms.stream().map(GuestPlatform::id).toList());
    }
}
