package ringside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import ringside.adapter.local.LocalShell;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** A host whose tools are scripts of a test, before the real ones in the path, and which counts as one far away. */
public final class FakeTools implements Shell {
    private final LocalShell shell = new LocalShell();
    private final Path folder;

    public FakeTools(Path folder) {
        Lab.needs("sh");
        this.folder = folder;
    }

    public FakeTools with(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    @Override
    public Answer run(Command command) {
        var words = new ArrayList<>(
                List.of("env", "PATH=" + folder + ":/usr/bin:/bin", "XDG_CACHE_HOME=" + folder + "/cache"));
        words.addAll(command.words());
        return shell.run(Command.of(words)
                .reading(command.input())
                .within(command.limit())
                .atMost(command.most()));
    }

    @Override
    public Target target() {
        return Target.parse("ssh://far");
    }

    @Override
    public String name() {
        return "far";
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
