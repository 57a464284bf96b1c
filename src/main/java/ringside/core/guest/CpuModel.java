package ringside.core.guest;

import java.util.regex.Pattern;

/** Which processor the guest sees. */
public sealed interface CpuModel {
    /** The host's own, with all it can. */
    record Host() implements CpuModel {
        @Override
        public String toString() {
            return "host";
        }
    }

    /** All that the accelerator can give: under emulation more than one host has, under KVM as {@link Host}. */
    record Maximum() implements CpuModel {
        @Override
        public String toString() {
            return "maximum";
        }
    }

    /** What any x86-64 host has and nothing more: QEMU's qemu64. */
    record Baseline() implements CpuModel {
        @Override
        public String toString() {
            return "baseline";
        }
    }

    /**
     * One of QEMU's models, which libvirt calls by the same names.
     *
     * @param name such as {@code Skylake-Client-noTSX-IBRS} or {@code EPYC-v4}
     */
    record Named(String name) implements CpuModel {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

        public Named {
            Refusal.unless(
                    NAME.matcher(name).matches(),
                    "model",
                    "\"" + Refusal.shown(name) + "\"; allowed are host, maximum, baseline and QEMU's model names");
            Refusal.unless(of(name, null) == null, "model", name + " is not a model's name but a word of its own");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static CpuModel of(String text) {
        CpuModel known = of(text, null);
        return known != null ? known : new Named(text);
    }

    private static @org.jspecify.annotations.Nullable CpuModel of(
            String text, @org.jspecify.annotations.Nullable CpuModel otherwise) {
        return switch (text) {
            case "host" -> new Host();
            case "maximum", "max" -> new Maximum();
            case "baseline", "qemu64" -> new Baseline();
            default -> otherwise;
        };
    }
}
