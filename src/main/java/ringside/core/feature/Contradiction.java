package ringside.core.feature;

/**
 * One of the sources that contradict each other over a cell.
 *
 * @param says what it says, in our words
 */
public record Contradiction(Source source, String says) {

    /** What leads over to it, for people: only what follows another contradicts it. */
    public String lead(Cell cell) {
        boolean first = cell.conflict().size() > 1 && cell.conflict().getFirst().equals(this);
        return first ? "One source says: " : "But: ";
    }
}
