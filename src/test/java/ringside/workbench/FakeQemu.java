package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import ringside.Lab;
import ringside.core.Sha256;
import ringside.core.json.Json;

/**
 * A QEMU that is none: its guest is an SSH server on this machine, at the port that a real one would forward. With an image
 * of three small files that fits to it.
 */
final class FakeQemu {
    private static final String PROGRAM = """
            #!/bin/sh
            for word; do
              case $word in *hostfwd=tcp:127.0.0.1:*) port=${word##*hostfwd=tcp:127.0.0.1:}; port=${port%%-*};; esac
              [ "$last" = -pidfile ] && file=$word
              last=$word
            done
            setsid sh 'TOOLS/guest' "$file" "$port" < /dev/null > /dev/null 2>&1 &
            n=0; until [ -s "$file" ] || [ $n -ge 100 ]; do sleep 0.02; n=$((n + 1)); done
            """;

    private static final String GUEST = """
            echo $$ > "$1"
            setpriv --pdeathsig KILL SSHD -D -f 'TOOLS/config' -p "$2" &
            wait
            """;

    private static final String CONFIG = """
            ListenAddress 127.0.0.1
            HostKey TOOLS/host_key
            AuthorizedKeysFile IMAGE/key.pub
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin yes
            SetEnv HOME=TOOLS
            """;

    private final Path tools;
    private final Path cache;

    /** @param folder of the test */
    FakeQemu(Path folder) throws IOException, InterruptedException {
        Lab.needsRoot();
        Lab.needs("setpriv");
        Lab.needs("ssh-keygen");
        Path sshd = Lab.needs("sshd");
        Files.createDirectories(Path.of("/run/sshd"));
        tools = Files.createDirectory(folder.resolve("tools"));
        cache = folder.resolve("cache");
        Path image = Files.createDirectories(cache.resolve("ringside/images/lab"));
        key(tools.resolve("host_key"));
        key(image.resolve("key"));
        for (String file : List.of("vmlinuz", "initrd.gz", "root.img")) Files.writeString(image.resolve(file), "fake");
        String[] hostKey = Files.readString(tools.resolve("host_key.pub")).split(" ");
        var description = new java.util.LinkedHashMap<String, Object>();
        description.put("ringside-image", 1);
        description.put("name", "lab");
        description.put("release", "fake");
        description.put("packages", List.of());
        description.put("recipe", "fake");
        description.put("host_key", hostKey[0] + " " + hostKey[1]);
        description.put("checksum", Sha256.of("fakefakefake".getBytes(StandardCharsets.UTF_8)));
        description.put("made", "2026-11-26T00:00:00Z");
        description.put("bytes", 12);
        Files.writeString(image.resolve("image.json"), Json.pretty(description));
        Files.writeString(
                tools.resolve("config"), CONFIG.replace("TOOLS", "" + tools).replace("IMAGE", "" + image));
        Files.writeString(
                tools.resolve("guest"), GUEST.replace("TOOLS", "" + tools).replace("SSHD", "" + sshd));
        Path program = Files.writeString(tools.resolve("qemu-system-x86_64"), PROGRAM.replace("TOOLS", "" + tools));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void key(Path file) throws IOException, InterruptedException {
        var words = List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
        assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor());
    }

    /** The program, with this before the real one. */
    Program program(Path folder) {
        return new Program(folder)
                .with("PATH", tools + ":" + System.getenv("PATH"))
                .with("XDG_CACHE_HOME", cache.toString());
    }

    /** What a host's server sets for its sessions, so that it has this before the real one. */
    String path() {
        return tools + ":/usr/local/bin:/usr/bin:/bin";
    }

    /** Guests that run. */
    long running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(tools + "/guest"))
                        .isPresent())
                .count();
    }
}
