package ringside.core.guest.validate;

import java.util.List;
import java.util.Optional;
import ringside.core.guest.read.FileKind;

/** Every validator there is; a configuration is told by its content. */
public final class Validators implements AutoCloseable {
    private final List<Validator> all;

    public Validators(List<Validator> all) {
        this.all = List.copyOf(all);
    }

    /** The one for a kind of file; empty for kinds that no hypervisor reads. */
    public Optional<Validator> of(FileKind kind) {
        return all.stream().filter(validator -> validator.takes(kind)).findFirst();
    }

    @Override
    public void close() {
        all.forEach(Validator::close);
    }
}
