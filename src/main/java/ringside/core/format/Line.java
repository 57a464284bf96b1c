package ringside.core.format;

/**
 * One line of a tool's output.
 *
 * @param number counts from 1
 * @param text without line end and escape sequences
 * @param ended whether a line end follows; the last line of an output that was cut off has none, so its last
 *     number may lack digits
 */
public record Line(int number, String text, boolean ended) {
    public Line(int number, String text) {
        this(number, text, true);
    }
}
