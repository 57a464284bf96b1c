package ringside.adapter.qemu;

import java.util.List;
import java.util.Map;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.json.Json;

/** The snapshots in a qcow2 image. */
final class ImageSnapshots {
    private ImageSnapshots() {}

    static List<String> in(Shell host, String image) {
        Answer answer = host.run(Command.of("qemu-img", "info", "-U", "--output=json", image));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The snapshots in " + image + " cannot be read: " + answer.complaint(),
                    "see that the image is there, and qemu-img installed");
        return Json.object(answer.out()).get("snapshots") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("name")))
                        .toList()
                : List.of();
    }
}
