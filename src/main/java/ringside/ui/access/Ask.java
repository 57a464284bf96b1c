package ringside.ui.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;

/** What only the person can say; who reaches the host waits for the answer. */
public sealed interface Ask {
    record Trust(HostKey key, CompletableFuture<Boolean> answer) implements Ask {}

    record Secret(AccessQuestions.Secret wanted, CompletableFuture<Optional<String>> answer) implements Ask {}
}
