package ringside.core.trial;

import ringside.core.hypervisor.Hypervisor;

/** Acts that leave nothing but what they did. */
final class Acts {
    static final Scene.Act<Boolean> PAUSE = plain(Hypervisor::pause);
    static final Scene.Act<Boolean> RESUME = plain(Hypervisor::resume);
    static final Scene.Act<Boolean> SAVE = plain(Hypervisor::save);
    static final Scene.Act<Boolean> RESTORE = plain(Hypervisor::restore);

    private Acts() {}

    @FunctionalInterface
    interface Plain {
        void on(Hypervisor hypervisor, String guest);
    }

    static Scene.Act<Boolean> plain(Plain act) {
        return (hypervisor, guest) -> {
            act.on(hypervisor, guest);
            return true;
        };
    }
}
