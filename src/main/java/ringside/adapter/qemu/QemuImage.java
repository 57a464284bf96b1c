package ringside.adapter.qemu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.guest.validate.Tools;
import ringside.core.json.Json;

/** qemu-img: what a disk image is, and new empty ones. */
final class QemuImage {
    private final Tools tools;

    QemuImage(Tools tools) {
        this.tools = tools;
    }

    /** What {@code qemu-img info} tells of an image it only reads, even one in use; empty if it cannot read it. */
    Map<String, Object> describe(String path) {
        var answer = tools.ask(List.of("qemu-img", "info", "-U", "--output=json", "file:" + path));
        try {
            return answer.exit() == 0 ? Json.object(answer.out()) : Map.of();
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
    }

    /** Makes a sparse image; what qemu-img said if it could not. */
    Optional<String> create(String path, String format, long bytes) {
        var answer = tools.ask(List.of("qemu-img", "create", "-q", "-f", format, path, Long.toString(bytes)));
        return answer.exit() == 0
                ? Optional.empty()
                : Optional.of("no " + format + " image of " + bytes + " bytes can be made: "
                        + answer.err().strip());
    }
}
