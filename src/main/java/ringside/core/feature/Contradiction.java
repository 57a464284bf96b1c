package ringside.core.feature;

/**
 * A source that says otherwise than the cell.
 *
 * @param says what it says, in our words
 */
public record Contradiction(Source source, String says) {}
