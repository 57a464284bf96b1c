package ringside.ui.feature;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a person wants to see the matrix.
 *
 * @param columns ids of the chosen platforms, in their order; empty for {@link #USUAL}
 * @param pair the two that stand side by side alone; empty where all chosen ones do
 * @param study only what the study of 2013 compared
 * @param notes whether cells show their conditions
 * @param met ids of the person's own platforms that have had a column once; a new one gets it by itself
 */
record Choices(
        List<String> columns,
        List<String> pair,
        Period period,
        boolean differences,
        boolean marked,
        boolean study,
        boolean notes,
        Set<String> folded,
        Marks marks,
        Set<String> met) {
    /** A column for each product; the variants of Xen and libvirt are there to be chosen. A person's own come behind. */
    static final List<String> USUAL = List.of("qemu", "kvm", "xen", "libvirt", "virtualbox");

    static final Choices FIRST =
            new Choices(List.of(), List.of(), Period.NOW, false, false, false, true, Set.of(), Marks.NONE, Set.of());

    Choices {
        columns = List.copyOf(columns);
        pair = List.copyOf(pair);
        folded = Set.copyOf(folded);
        met = Set.copyOf(met);
    }

    /** A column for each of the person's own platforms that was not there before. */
    Choices meeting(List<String> own) {
        List<String> fresh = own.stream().filter(id -> !met.contains(id)).toList();
        if (fresh.isEmpty()) return this;
        var wider = new LinkedHashSet<>(columns);
        if (!columns.isEmpty()) wider.addAll(fresh); // else they are among the usual ones
        var all = new HashSet<>(met);
        all.addAll(fresh);
        return new Choices(List.copyOf(wider), pair, period, differences, marked, study, notes, folded, marks, all);
    }

    Choices withColumns(List<String> other) {
        return new Choices(other, pair, period, differences, marked, study, notes, folded, marks, met);
    }

    Choices withPair(List<String> other) {
        return new Choices(columns, other, period, differences, marked, study, notes, folded, marks, met);
    }

    Choices withPeriod(Period other) {
        return new Choices(columns, pair, other, differences, marked, study, notes, folded, marks, met);
    }

    Choices withDifferences(boolean other) {
        return new Choices(columns, pair, period, other, marked, study, notes, folded, marks, met);
    }

    Choices withMarked(boolean other) {
        return new Choices(columns, pair, period, differences, other, study, notes, folded, marks, met);
    }

    Choices withStudy(boolean other) {
        return new Choices(columns, pair, period, differences, marked, other, notes, folded, marks, met);
    }

    Choices withNotes(boolean other) {
        return new Choices(columns, pair, period, differences, marked, study, other, folded, marks, met);
    }

    Choices withFolded(Set<String> other) {
        return new Choices(columns, pair, period, differences, marked, study, notes, other, marks, met);
    }

    Choices withMarks(Marks other) {
        return new Choices(columns, pair, period, differences, marked, study, notes, folded, other, met);
    }

    /** As the window's state keeps it. What it cannot read it takes as never chosen. */
    static Choices of(Map<String, String> kept) {
        return new Choices(
                words(kept, "columns"),
                words(kept, "pair").size() == 2 ? words(kept, "pair") : List.of(),
                Arrays.stream(Period.values())
                        .filter(period -> period.word().equals(kept.get("period")))
                        .findFirst()
                        .orElse(FIRST.period),
                flag(kept, "differences", FIRST.differences),
                flag(kept, "marked", FIRST.marked),
                flag(kept, "study", FIRST.study),
                flag(kept, "notes", FIRST.notes),
                Set.copyOf(split(kept, "folded", "\t")),
                new Marks(new LinkedHashSet<>(words(kept, "must")), new LinkedHashSet<>(words(kept, "nice"))),
                Set.copyOf(words(kept, "met")));
    }

    Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        kept.put("columns", String.join(" ", columns));
        kept.put("pair", String.join(" ", pair));
        kept.put("period", period.word());
        kept.put("differences", Boolean.toString(differences));
        kept.put("marked", Boolean.toString(marked));
        kept.put("study", Boolean.toString(study));
        kept.put("notes", Boolean.toString(notes));
        kept.put("folded", folded.stream().sorted().collect(Collectors.joining("\t")));
        kept.put("must", String.join(" ", marks.must()));
        kept.put("nice", String.join(" ", marks.nice()));
        kept.put("met", met.stream().sorted().collect(Collectors.joining(" ")));
        return kept;
    }

    private static boolean flag(Map<String, String> kept, String key, boolean otherwise) {
        return kept.containsKey(key) ? Boolean.parseBoolean(kept.get(key)) : otherwise;
    }

    private static List<String> words(Map<String, String> kept, String key) {
        return split(kept, key, " ");
    }

    private static List<String> split(Map<String, String> kept, String key, String mark) {
        return Arrays.stream(kept.getOrDefault(key, "").split(mark))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }
}
