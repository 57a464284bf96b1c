package ringside.ui.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;
import ringside.ui.kit.Background;

/** Puts what hosts want to know to the person, one question at a time. Belongs to the FX thread. */
public final class Asking {
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Ask>> ask = new ReadOnlyObjectWrapper<>(this, "ask", Optional.empty());
    private @Nullable Round current;

    public Asking(Background background) {
        this.background = background;
    }

    /** What waits for an answer. */
    public ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return ask.getReadOnlyProperty();
    }

    /** What to go to hosts with; its questions are put until {@link #end} or the next one begins. */
    public AccessQuestions begin() {
        end();
        var round = new Round();
        current = round;
        return round;
    }

    /** Nobody is there to answer any more. Whoever still waits has to be interrupted. */
    public void end() {
        current = null;
        ask.set(Optional.empty());
    }

    private final class Round implements AccessQuestions {
        private final ReentrantLock turn = new ReentrantLock();

        @Override
        public boolean trusts(HostKey unknown) {
            var answer = new CompletableFuture<Boolean>();
            return waitFor(new Ask.Trust(unknown, answer), answer);
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            var answer = new CompletableFuture<Optional<String>>();
            return waitFor(new Ask.Secret(wanted, answer), answer);
        }

        private <T> T waitFor(Ask question, CompletableFuture<T> answer) {
            try {
                turn.lockInterruptibly();
                try {
                    put(Optional.of(question));
                    return answer.get();
                } finally {
                    put(Optional.empty());
                    turn.unlock();
                }
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new Progress.Cancelled();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void put(Optional<Ask> question) {
            background.show(() -> {
                if (current == this) ask.set(question);
            });
        }
    }
}
