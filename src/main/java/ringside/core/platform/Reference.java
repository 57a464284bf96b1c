package ringside.core.platform;

/**
 * A document that statements rest on.
 *
 * @param edition where and when it appeared, or the version that was read
 * @param address what a browser opens
 */
public record Reference(String title, String edition, String address) {

    /** One line that names it in full, fit to be copied. */
    public String citation() {
        return title + ". " + edition + ". " + address;
    }
}
