package ringside.core.feature;

import java.util.List;

/**
 * What is known of one feature on one platform at one time.
 *
 * @param note the condition or limit, in at most 120 characters; may be empty
 * @param since the version in which it appeared (several where parts differ), or empty if no source says
 * @param grade the project's own word for how far it stands by it (Supported, Tech Preview, Experimental), or empty
 * @param sources what the cell rests on, the strongest first; for an unknown cell where the search ended, or nothing
 * @param conflict sources that say otherwise; empty where all agree
 * @param statedFor the platform the statement was made for, when it was not made for this very column: the whole product
 *     of which it is a variant ("Xen" for Xen PV), or the hypervisor that decides ("KVM" for libvirt with KVM); else empty
 */
public record Cell(
        Support support,
        String note,
        String since,
        String grade,
        Evidence evidence,
        List<Source> sources,
        List<Contradiction> conflict,
        String statedFor) {

    /** Nothing is recorded: no source was found. */
    public static final Cell NONE =
            new Cell(Support.UNKNOWN, "No source found", "", "", Evidence.NONE, List.of(), List.of(), "");

    public Cell {
        sources = List.copyOf(sources);
        conflict = List.copyOf(conflict);
        if ((support == Support.UNKNOWN) != (evidence == Evidence.NONE))
            throw new IllegalArgumentException(support + " on the evidence " + evidence);
    }

    /** True if the statement was made for another column: no source speaks of this one by itself. */
    public boolean inherited() {
        return !statedFor.isEmpty();
    }

    /** For whom the statement was made, for people; empty if it was made for this column. */
    public String whole() {
        return inherited() ? "stated for " + statedFor + " as a whole" : "";
    }

    /** The same statement, as another column repeats it. */
    Cell repeatedFrom(String platform) {
        return inherited() || sources.isEmpty()
                ? this
                : new Cell(support, note, since, grade, evidence, sources, conflict, platform);
    }
}
