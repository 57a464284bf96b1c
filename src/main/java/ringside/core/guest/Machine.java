package ringside.core.guest;

/** The board and its firmware. */
public record Machine(
        @Key(says = "q35 or pc, or a version of one: pc-q35-7.2", or = "q35")
        MachineType type,

        @Key(says = "bios or uefi", or = "uefi") Firmware firmware,

        @Key(says = "an emulated TPM 2.0: true or false", or = "false")
        boolean tpm,

        @Key(says = "what its hardware clock shows: utc or localtime", or = "utc")
        Clock clock) {
    /** What the guest's hardware clock shows: Windows expects local time, all others UTC. */
    public enum Clock {
        UTC,
        LOCALTIME
    }

    public Machine {
        Refusal.unless(
                !(firmware instanceof Firmware.Uefi uefi && uefi.secureBoot()) || type.isQ35(),
                "type",
                type + "; Secure Boot is allowed on q35 only");
    }

    public boolean isSecure() {
        return firmware instanceof Firmware.Uefi uefi && uefi.secureBoot();
    }

    public Machine withType(MachineType other) {
        return new Machine(other, firmware, tpm, clock);
    }

    public Machine withFirmware(Firmware other) {
        return new Machine(type, other, tpm, clock);
    }
}
