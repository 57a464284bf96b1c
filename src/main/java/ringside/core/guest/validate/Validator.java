package ringside.core.guest.validate;

import ringside.core.guest.read.FileKind;

/**
 * Holds configurations of one kind of file against the software they are for. Nothing is started that runs a guest's
 * code, nothing that a configuration names is written, and after {@link #close} nothing is left behind.
 */
public interface Validator extends AutoCloseable {
    boolean takes(FileKind kind);

    /** The software that is asked, for people: "QEMU", "libvirt". */
    String name();

    /** @param text the configuration; it is not trusted */
    Validation validate(String text);

    /** Ends what the validator keeps running between configurations. */
    @Override
    void close();
}
