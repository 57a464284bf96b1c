package ringside.core.result;

/**
 * Where the numbers can be checked.
 *
 * @param text authors, title, place, year
 * @param locator URL, DOI, or repository path with its commit; may be empty
 */
public record Citation(String text, String locator) {
    public static final Citation NONE = new Citation("", "");
}
