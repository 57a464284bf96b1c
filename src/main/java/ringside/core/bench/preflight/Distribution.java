package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Need;

/**
 * A Linux distribution, as far as packages go.
 *
 * @param families its ID in os-release and those it is like, nearest first
 * @param root whether the user may install without asking
 */
public record Distribution(List<String> families, boolean root) {
    public Distribution {
        families = List.copyOf(families);
    }

    /** @param like as ID_LIKE says it. What is like RHEL has RHEL's packages, not all of Fedora's */
    public static Distribution of(String id, String like, boolean root) {
        Set<String> families = new LinkedHashSet<>(Stream.concat(Stream.of(id), Stream.of(like.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList());
        if (families.contains("rhel")) families.remove("fedora");
        return new Distribution(List.copyOf(families), root);
    }

    /** The command that installs packages; nothing where it is not known how. */
    public Optional<String> install(List<String> packages) {
        Optional<String> command = families.stream()
                .flatMap(family -> Optional.ofNullable(installer(family)).stream())
                .findFirst();
        return packages.isEmpty()
                ? Optional.empty()
                : command.map(words -> (root ? "" : "sudo ") + words + " " + String.join(" ", packages));
    }

    private static @Nullable String installer(String family) {
        return switch (family) {
            case "debian", "ubuntu" -> "apt-get install";
            case "fedora", "rhel" -> "dnf install";
            case "opensuse", "suse" -> "zypper install";
            case "arch" -> "pacman -S";
            case "alpine" -> "apk add";
            default -> null;
        };
    }

    /** The package that has a program; nothing where the distribution has none, or none that is known. */
    public Optional<Need.Offer> offer(Need.Packaged need) {
        return families.stream()
                .flatMap(family -> Optional.ofNullable(need.packages().get(family)).stream())
                .findFirst();
    }

    /** How the programs come onto the host: a command where one is known, and what else there is to say. */
    public Remedy remedy(List<Need> needs) {
        var packages = new LinkedHashSet<String>();
        var words = new ArrayList<String>();
        unknown(needs).ifPresent(words::add);
        for (Need need : needs) {
            switch (need) {
                case Need.Packaged packaged -> {
                    Optional<Need.Offer> offer = offer(packaged);
                    offer.ifPresent(known -> packages.add(known.name()));
                    offer.filter(known -> !known.remark().isEmpty())
                            .ifPresent(known -> words.add(known.name() + ": " + known.remark()));
                }
                case Need.Compiled compiled -> packages.addAll(compiler());
            }
        }
        return new Remedy(
                words.stream().distinct().collect(Collectors.joining("; ")),
                install(List.copyOf(packages)).orElse(""));
    }

    /** Which programs nothing is known to have: those that are needed, and alternatives none of which can be had. */
    private Optional<String> unknown(List<Need> needs) {
        List<Need.Packaged> without = needs.stream()
                .flatMap(need -> need instanceof Need.Packaged packaged ? Stream.of(packaged) : Stream.empty())
                .filter(packaged -> offer(packaged).isEmpty())
                .toList();
        long alternatives = needs.stream().filter(Need::optional).count();
        String either =
                without.stream().filter(Need::optional).map(Need::program).collect(Collectors.joining(" or "));
        boolean none = without.stream().filter(Need::optional).count() == alternatives && !either.isEmpty();
        String names = Stream.concat(
                        without.stream().filter(need -> !need.optional()).map(Need::program),
                        none ? Stream.of(either) : Stream.empty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("no package with " + names + " is known for this distribution: build it from its source");
    }

    /** The packages that compile C. */
    public List<String> compiler() {
        if (families.contains("alpine")) return List.of("gcc", "musl-dev");
        if (families.contains("debian") || families.contains("ubuntu")) return List.of("gcc", "libc6-dev");
        return List.of("gcc");
    }

    /**
     * What mends a finding.
     *
     * @param words for people; may be empty
     * @param command to be run on the host; may be empty
     */
    public record Remedy(String words, String command) {
        static Remedy of(String words) {
            return new Remedy(words, "");
        }
    }
}
