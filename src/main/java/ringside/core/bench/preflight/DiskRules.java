package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.preflight.Distribution.Remedy;
import ringside.core.bench.preflight.Finding.Kind;
import ringside.core.host.Command;

/** The directory that files for I/O are made in. */
final class DiskRules {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

    private DiskRules() {}

    static List<Finding> of(Plan plan, List<Measurement> sweep, HostState state) {
        List<Measurement> files =
                sweep.stream().filter(one -> one.point().get("file_kb") != null).toList();
        var findings = new ArrayList<Finding>();
        String directory = state.text("directory").orElse("the directory for files");
        boolean named = !plan.directory().isEmpty();
        if (state.text("writable").isEmpty() && (named || !files.isEmpty()))
            findings.add(new Finding(
                    Kind.DIRECTORY,
                    directory + " is not there, or nothing can be written in it",
                    named ? "nothing is measured" : "no file I/O is measured",
                    new Remedy("", "mkdir -p " + Command.quoted(directory))));
        if (files.isEmpty()) return findings;
        space(files, state, directory).ifPresent(findings::add);
        state.text("filesystem")
                .filter(MEMORY::contains)
                .map(kind -> new Finding(
                        Kind.DISK_IS_MEMORY,
                        directory + " is on " + kind + ", which is memory",
                        "throughput is that of memory, or O_DIRECT is refused; no disk is measured",
                        Remedy.of("name a directory on the disk in the plan, as in directory: /var/tmp")))
                .ifPresent(findings::add);
        boolean cached = files.stream()
                .anyMatch(one -> Objects.equals(one.point().get("caching"), "page-cache")
                        && kib(one) < (state.machine().memory() >> 10));
        if (cached)
            findings.add(new Finding(
                    Kind.PAGE_CACHE,
                    "the plan measures files that fit into memory, through the page cache",
                    "throughput of reading is that of memory, and that of writing partly so",
                    Remedy.of("let the plan bypass it, caching: direct, or measure larger-than-memory")));
        return findings;
    }

    private static Optional<Finding> space(List<Measurement> files, HostState state, String directory) {
        OptionalLong free = state.number("free_kib");
        long largest = files.stream().mapToLong(DiskRules::kib).max().orElse(0);
        // A disk that is filled to the brim is slower
        long needed = largest + largest / 10;
        if (free.isEmpty() || free.getAsLong() >= needed) return Optional.empty();
        return Optional.of(new Finding(
                Kind.DISK_SPACE,
                "%s has %s MiB free; the largest file needs %s MiB"
                        .formatted(directory, free.getAsLong() >> 10, needed >> 10),
                "throughput: file I/O fails, or slows down as the disk fills up",
                Remedy.of("make room, or name another directory in the plan")));
    }

    private static long kib(Measurement measurement) {
        String size = measurement.point().get("file_kb");
        return size == null ? 0 : Long.parseLong(size);
    }
}
