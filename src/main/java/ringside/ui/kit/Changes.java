package ringside.ui.kit;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Tells pages that the store's content changed: whoever imports, deletes or renames says so; who shows data listens. */
public final class Changes {
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    /** Another number after every change; belongs to the FX thread. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    public void happened() {
        version.set(version.get() + 1);
    }
}
