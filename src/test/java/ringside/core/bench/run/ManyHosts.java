package ringside.core.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.adapter.ssh.SshHosts;
import ringside.core.bench.Subject;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;

/** A process of its own that measures many hosts at once, and says how much memory that took. */
final class ManyHosts {
    private ManyHosts() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        var hosts = new SshHosts(Optional.of(folder.resolve("ssh_config")));
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        List<Subject> subjects = new ArrayList<>();
        for (int i = 1; i <= count; i++) subjects.add(Tiny.ssh("host " + i, "lab" + i));
        try (var store = JdbcStore.open(folder.resolve("store").toString())) {
            var measuring = new Measuring(
                    (target, questions) ->
                            target instanceof Target.Ssh ssh ? hosts.open(ssh, questions) : new LocalShell(),
                    store,
                    folder.resolve("bench"),
                    List.of(Tiny.quick(1)),
                    new Ground(folder.resolve("host").toString(), subject -> folder + "/lock-" + subject, List.of()));
            Session session = measuring.begin(Tiny.plan(0, 1, 1), subjects, "many", OptionalLong.of(1));
            Event.Finished finished = measuring.measure(session, AccessQuestions.NOBODY, new Controls(), event -> {
                if (event instanceof Event.Expanded) most.accumulateAndGet(open.incrementAndGet(), Math::max);
            });
            System.out.println("complete " + finished.complete() + " " + finished.remaining());
            System.out.println("samples " + store.count(ringside.core.result.Selection.ALL));
            System.out.println("open at once " + most.get());
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .forEach(line -> System.out.println("memory " + line.replaceAll("\\D", "")));
    }
}
