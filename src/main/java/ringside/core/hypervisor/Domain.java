package ringside.core.hypervisor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import ringside.core.hypervisor.Register.Found;

/**
 * A guest as a hypervisor has it.
 *
 * @param platform as in {@link ringside.core.platform.Platforms}; empty where it is not known
 * @param host the name of the host that runs it
 * @param ours whether Ringside started it: of others it changes nothing
 * @param leftover why it should be removed: nobody else will do that
 * @param login who gets in by SSH, where that is known
 * @param cannot what cannot be done with it though its hypervisor can, and why
 */
public record Domain(
        String name,
        String platform,
        String host,
        DomainState state,
        boolean ours,
        Optional<String> leftover,
        Optional<Instant> began,
        Optional<Address> address,
        Optional<Login> login,
        Map<Operation, String> cannot) {
    private static final String FOREIGN = "Ringside did not start it, and leaves it alone";

    public Domain {
        cannot = Map.copyOf(cannot);
    }

    /**
     * A guest that a register has.
     *
     * @param host the name of the host that runs it
     * @param here the name of this machine
     */
    public static Domain of(Found found, DomainState state, String host, String here, Map<Operation, String> cannot) {
        Optional<Entry> entry = found.entry();
        return new Domain(
                found.name(),
                entry.map(known -> known.platform().id()).orElse(""),
                host,
                state,
                true,
                state == DomainState.BROKEN ? Optional.of(Found.NEVER) : found.ownerless(here),
                entry.map(Entry::began),
                state.isAlive() ? entry.flatMap(Entry::address) : Optional.empty(),
                entry.flatMap(Entry::login),
                cannot);
    }

    /** A guest that somebody else started. */
    public static Domain foreign(String name, String platform, String host, DomainState state) {
        return new Domain(
                name,
                platform,
                host,
                state,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Whether it makes sense now; the hypervisor may still fail at it. */
    public Ability can(Operation operation) {
        if (cannot.containsKey(operation)) return Ability.unable(cannot.getOrDefault(operation, ""));
        boolean reads = operation == Operation.CONSOLE || operation == Operation.ADDRESS;
        if (!ours && !reads) return Ability.unable(FOREIGN);
        if (state == DomainState.BROKEN && operation != Operation.DESTROY && operation != Operation.CONSOLE)
            return Ability.unable("it can only be removed: it is broken");
        return switch (operation) {
            case STOP, PAUSE, SAVE, MIGRATE, PLUG_CPU, PLUG_MEMORY, ADDRESS ->
                state.isAlive() ? Ability.Able.YES : Ability.unable("it is " + state.word());
            case START -> state == DomainState.OFF ? Ability.Able.YES : Ability.unable("it is " + state.word());
            case RESTORE -> state == DomainState.SAVED ? Ability.Able.YES : Ability.unable("nothing of it was saved");
            case SNAPSHOT, REVERT, CONSOLE, DESTROY -> Ability.Able.YES;
        };
    }
}
