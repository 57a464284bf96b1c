package ringside.core.feature;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a statement stands, so that a person can open it.
 *
 * @param title the document, with its section where one is meant
 * @param repoOrUrl a repository on the web, or the page itself
 * @param path the file inside the repository, or empty
 * @param version the version, commit or date that was read, for people
 * @param ref the tag or commit under which the repository keeps that version, or empty
 */
public record Source(String title, String repoOrUrl, String path, String version, String ref) {

    /** The address a browser opens: the file at that version where the repository is on GitHub. */
    public String link() {
        if (path.isEmpty() || ref.isEmpty() || !repoOrUrl.startsWith("https://github.com/")) return repoOrUrl;
        try {
            return repoOrUrl + new URI(null, null, "/blob/" + ref + "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return repoOrUrl;
        }
    }

    /** One line that names the place in full, fit to be copied. */
    public String citation() {
        return title + (version.isEmpty() ? "" : ", " + version) + ", " + link();
    }
}
