package ringside.ui.feature;

/** A cell of the table; without a platform it is the feature itself. */
record Place(String feature, String platform) {
    boolean isFeature() {
        return platform.isEmpty();
    }
}
