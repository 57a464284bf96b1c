package ringside.core.probe;

import java.util.List;
import java.util.stream.Stream;

/** One cell of the matrix as a probe asks for it: ids of the feature and of the platform. */
public record Question(String feature, String platform) {
    /** Whether KVM runs guests at all: where it does not, nothing else of it is worth anything. */
    public static final Question KVM_RUNS_GUESTS = new Question("hvm-guests", "kvm");

    /** Whether there is a QEMU that answers. */
    public static final Question QEMU_ANSWERS = new Question("cli", "qemu");

    /** What all else of QEMU, or of QEMU with KVM, rests on: that there is one. */
    public static Question there(String platform) {
        return platform.equals("kvm") ? KVM_RUNS_GUESTS : QEMU_ANSWERS;
    }

    /** One platform, many features. */
    public static List<Question> of(String platform, String... features) {
        return Stream.of(features)
                .map(feature -> new Question(feature, platform))
                .toList();
    }
}
