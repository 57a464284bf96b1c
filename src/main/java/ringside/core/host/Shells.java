package ringside.core.host;

/** Opens shells on hosts, wherever they are. */
@FunctionalInterface
public interface Shells {
    /**
     * Reaches a host. Slow; cancelled by interrupting its thread.
     *
     * @param questions asked where the host or the way in is not settled yet
     * @throws ringside.core.RingsideException if it cannot be reached, is not the host it was, or lets nobody in
     */
    Shell open(Target target, AccessQuestions questions);
}
