package ringside.core.feature;

/** A project's documents at one version: what the sources of many cells have in common, written down once. */
record Edition(String title, String repoOrUrl, String version, String ref) {

    /** @param path a file of the edition, or empty if it is the whole; {@code #section} may follow */
    Source source(String path) {
        int hash = path.indexOf('#');
        String file = hash < 0 ? path : path.substring(0, hash);
        String name = file.substring(file.lastIndexOf('/') + 1);
        String section = hash < 0 ? "" : ", section " + path.substring(hash + 1);
        return new Source(title + (name.isEmpty() ? "" : ": " + name) + section, repoOrUrl, file, version, ref);
    }
}
