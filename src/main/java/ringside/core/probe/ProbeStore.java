package ringside.core.probe;

import java.util.List;
import ringside.core.feature.Probed;

/** Keeps what hosts said, all of it. Every method may be slow; none may be called on the interface's thread. */
public interface ProbeStore {
    void keep(ProbeReport report);

    /** Keeps what was tried with guests. */
    void keep(List<Probed> tried);

    /** All reports of a host, or of all hosts where the name is empty; the newest first. */
    List<ProbeReport> reports(String host);

    /**
     * The newest answer for each host, feature and platform, sorted by these; of one host, or of all where the name is
     * empty. What was tried stands before what was asked, whichever is newer.
     */
    List<Probed> latest(String host);
}
