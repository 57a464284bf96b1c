package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ringside.core.figure.BenchmarkChart;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.platform.Platforms;
import ringside.core.stats.Interval;

/**
 * Percent of native by platform and class of benchmarks. A place that nobody measured beside its host has no entry.
 *
 * <p>An entry rests on its own programs: those of two platforms can be compared only where they rest on the same, which
 * {@link Duels} look at; the map is for reading along its rows.
 */
public record OverheadMap(List<Entry> entries) {
    private static final int MOST_CHARTS = 6;

    /**
     * One place of the map, in which each program of each set counts alike.
     *
     * @param share of native: 1 is as fast as the bare host
     * @param interval empty where a ratio behind it has none
     * @param least the share in the program that suffers most; {@code most} in the one that suffers least
     * @param programs how many, each counted once
     * @param parts set by set
     * @param figures ids of the figures of the catalogue that show what is behind it
     * @param charts of its programs, where the catalogue has no figure of any
     */
    public record Entry(
            String platform,
            Area area,
            double share,
            Optional<Interval> interval,
            double least,
            double most,
            int programs,
            List<Part> parts,
            SequencedSet<String> figures,
            List<Figure> charts) {
        public Entry {
            parts = List.copyOf(parts);
            charts = List.copyOf(charts);
        }

        public List<String> cells() {
            return parts.stream().flatMap(part -> part.cells().stream()).toList();
        }

        /** How many metrics of programs, set by set. */
        public int metrics() {
            return parts.stream().mapToInt(Part::metrics).sum();
        }

        /** For people: {@code 3 programs}, or {@code 12 measurements of 1 program}. */
        public String counted() {
            return Phrases.programs(programs, metrics());
        }

        public List<String> sets() {
            return parts.stream().map(Part::set).toList();
        }
    }

    /**
     * What one set gives.
     *
     * @param metrics of programs that stand behind it
     * @param cells ids of the cells behind it
     */
    public record Part(String set, double share, Optional<Interval> interval, int metrics, List<String> cells) {
        public Part {
            cells = List.copyOf(cells);
        }
    }

    public OverheadMap {
        entries = List.copyOf(entries);
    }

    static OverheadMap of(Evidence evidence, Trust trust, Figures figures) {
        double margin = Math.log(1 + evidence.rule().difference());
        Map<String, Map<Area, List<Cell>>> grouped = evidence.cells().stream()
                .filter(cell -> cell.isOfHost() && trust.counts(cell))
                .collect(Collectors.groupingBy(
                        cell -> cell.configuration().platform(),
                        () -> new TreeMap<>(Platforms.ORDER),
                        Collectors.groupingBy(Cell::area, TreeMap::new, Collectors.toList())));
        var entries = new ArrayList<Entry>();
        grouped.forEach((platform, areas) ->
                areas.forEach((area, cells) -> entries.add(entry(platform, area, cells, margin, figures))));
        return new OverheadMap(entries);
    }

    private static Entry entry(String platform, Area area, List<Cell> cells, double margin, Figures figures) {
        Map<String, List<Cell>> bySet =
                cells.stream().collect(Collectors.groupingBy(Cell::set, TreeMap::new, Collectors.toList()));
        var programs = new TreeMap<String, List<Level>>();
        var parts = new ArrayList<Part>();
        bySet.forEach((set, own) -> {
            Map<String, List<Level>> each = own.stream()
                    .collect(Collectors.groupingBy(
                            cell -> cell.task().family(),
                            TreeMap::new,
                            Collectors.mapping(Level::of, Collectors.toList())));
            Level level = Level.ofPrograms(each, margin);
            programs.putAll(each);
            parts.add(new Part(
                    set,
                    level.share(),
                    level.interval(),
                    each.size(),
                    own.stream().map(Cell::id).toList()));
        });
        Level all = Level.ofPrograms(programs, margin);
        var shares = programs.values().stream()
                .mapToDouble(points -> Level.ofPoints(points).share())
                .summaryStatistics();
        SequencedSet<String> behind = behind(cells, figures);
        return new Entry(
                platform,
                area,
                all.share(),
                all.interval(),
                shares.getMin(),
                shares.getMax(),
                (int) cells.stream()
                        .map(cell -> Program.name(cell.task()))
                        .distinct()
                        .count(),
                parts,
                behind,
                behind.isEmpty() ? charts(cells) : List.of());
    }

    /** One for each program and metric, those of the most cells first. */
    private static List<Figure> charts(List<Cell> cells) {
        var tasks = cells.stream()
                .map(Cell::task)
                .collect(Collectors.groupingBy(
                        task -> List.of(
                                task.benchmark(),
                                task.metric().name(),
                                task.metric().unit()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return tasks.values().stream()
                .sorted(Comparator.comparingInt((List<Task> own) -> -own.size()))
                .limit(MOST_CHARTS)
                .map(own -> BenchmarkChart.of(
                        own.getFirst().benchmark(),
                        own.getFirst().metric(),
                        own.stream().map(Task::point).toList()))
                .toList();
    }

    /** The figures that draw these cells. */
    static SequencedSet<String> behind(List<Cell> cells, Figures figures) {
        var tasks = cells.stream().map(Cell::task).collect(Collectors.toCollection(LinkedHashSet::new));
        return figures.all().stream()
                .filter(figure -> tasks.stream().anyMatch(task -> shows(figure, task)))
                .map(Figure::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean shows(Figure figure, Task task) {
        return (figure.sets().isEmpty() || figure.sets().contains(task.set()))
                && figure.benchmarks().contains(task.benchmark())
                && (figure.metric().isEmpty()
                        || figure.metric().equals(task.metric().name()))
                && (figure.unit().isEmpty()
                        || figure.unit().equals(task.metric().unit()))
                && figure.selection(new TreeSet<>()).accepts(task.point());
    }

    public Optional<Entry> at(String platform, Area area) {
        return entries.stream()
                .filter(entry -> entry.platform().equals(platform) && entry.area() == area)
                .findFirst();
    }

    /** Those with an entry, in the order of lists and legends. */
    public List<String> platforms() {
        return entries.stream()
                .map(Entry::platform)
                .distinct()
                .sorted(Platforms.ORDER)
                .toList();
    }

    /** Those with an entry. */
    public List<Area> areas() {
        return entries.stream()
                .map(Entry::area)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
