package ringside.core.probe;

import java.util.List;
import java.util.stream.Stream;

/** One cell of the matrix as a probe asks for it: ids of the feature and of the platform. */
public record Question(String feature, String platform) {
    /** Whether KVM runs guests at all: where it does not, nothing else of it is worth anything. */
    public static final Question KVM_RUNS_GUESTS = new Question("hvm-guests", "kvm");

    /** One platform, many features. */
    public static List<Question> of(String platform, String... features) {
        return Stream.of(features)
                .map(feature -> new Question(feature, platform))
                .toList();
    }
}
