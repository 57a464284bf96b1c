package ringside.adapter.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.Libvirt;

/** A connection of libvirt's Java library, with the call that it lacks. */
final class Connection extends Connect {
    /** Two functions of libvirt-domain.h and virterror.h. */
    interface Functions extends Library {
        @Nullable
        CString virConnectGetDomainCapabilities(
                ConnectionPointer connection,
                @Nullable String emulator,
                @Nullable String architecture,
                @Nullable String machine,
                @Nullable String type,
                int flags);

        String virGetLastErrorMessage();
    }

    /** Held here, because native code holds it without the collector's knowledge. */
    private static final Libvirt.VirErrorCallback SILENT = (data, error) -> {};

    private static final Functions FUNCTIONS = silently();

    Connection(String uri, boolean readOnly) throws LibvirtException {
        super(uri, readOnly);
    }

    /** What fails is told by exceptions: libvirt would print it on our error output too. */
    private static Functions silently() {
        try {
            Connect.setErrorCallback(SILENT);
        } catch (LibvirtException ignored) {
            // Then it prints
        }
        return Native.load("virt", Functions.class);
    }

    /** Loads the native library. @throws LinkageError if it is not there */
    static void load() {
        FUNCTIONS.virGetLastErrorMessage();
    }

    /** As XML, or empty if libvirt refuses: then {@link #refusal} says why. */
    String domainCapabilities(String machine, String type) {
        CString xml =
                FUNCTIONS.virConnectGetDomainCapabilities(vcp, null, null, machine.isEmpty() ? null : machine, type, 0);
        return xml == null ? "" : xml.toString();
    }

    static String refusal() {
        return FUNCTIONS.virGetLastErrorMessage();
    }
}
