package ringside.core.hypervisor;

/** Whether an operation is possible, and why not. */
public sealed interface Ability {
    record Able() implements Ability {
        public static final Able YES = new Able();
    }

    /** @param why for people, in one clause */
    record Unable(String why) implements Ability {}

    static Ability unable(String why) {
        return new Unable(why);
    }

    default boolean isAble() {
        return this instanceof Able;
    }

    /** Empty where it is possible. */
    default String why() {
        return this instanceof Unable(String why) ? why : "";
    }
}
