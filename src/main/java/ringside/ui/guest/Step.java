package ringside.ui.guest;

import ringside.ui.kit.Texts;

/** The wizard's pages, in their order. All can be gone to at any time. */
enum Step {
    PURPOSE(Texts.of("guest.step.purpose")),
    PLATFORMS(Texts.of("guest.step.platforms")),
    CPU_AND_MEMORY(Texts.of("guest.step.cpu")),
    DISKS(Texts.of("guest.step.disks")),
    NETWORK(Texts.of("guest.step.network")),
    DEVICES(Texts.of("guest.step.devices")),
    REVIEW(Texts.of("guest.step.review"));

    private final String mnemonic;

    Step(String mnemonic) {
        this.mnemonic = mnemonic;
    }

    public String title() {
        return mnemonic.replace("_", "");
    }

    /** The title with the letter that, with Alt, goes there. */
    String mnemonic() {
        return mnemonic;
    }

    /** The page so many places away, or the first or last. */
    Step neighbour(int places) {
        Step[] all = values();
        return all[Math.clamp(ordinal() + places, 0, all.length - 1)];
    }

    /** The page with the field that a path of the guest's file is about. */
    static Step of(String path) {
        String first = path.split("[.\\[]", 2)[0];
        return switch (first) {
            case "name", "os", "uuid" -> PURPOSE;
            case "platforms" -> PLATFORMS;
            case "cpu", "memory", "numa", "pinning" -> CPU_AND_MEMORY;
            case "disks", "cdroms", "boot" -> DISKS;
            case "nics" -> NETWORK;
            default -> DEVICES;
        };
    }
}
