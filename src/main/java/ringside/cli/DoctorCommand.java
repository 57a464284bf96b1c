package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ringside.core.RingsideException;
import ringside.core.bench.preflight.Doctor;
import ringside.core.bench.suite.Suite;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Leftover;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

/** What is lacking is the answer, not a failure: it exits with 0. */
@Command(
        name = "doctor",
        description = {
            "What this machine has and lacks for each of Ringside's jobs, and what mends it.",
            "It looks, and changes nothing."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Doctor.Job> jobs = jobs();
        if (json)
            session.out()
                    .println(Json.pretty(jobs.stream().map(DoctorCommand::map).toList()));
        else jobs.forEach(this::print);
        return 0;
    }

    private List<Doctor.Job> jobs() {
        String store = session.location().isEmpty() ? Workbench.defaultLocation() : session.location();
        try (Shell here = Workbench.shells().open(Target.LOCAL, AccessQuestions.NOBODY)) {
            var jobs = new ArrayList<>(Doctor.jobs(here, Suite.all(), store.startsWith("jdbc:") ? "" : store));
            Hypervisors hypervisors = Workbench.hypervisors();
            jobs.add(Doctor.guestsLeft(Leftover.of(hypervisors.register(here), hypervisors.here())));
            return jobs;
        } catch (RingsideException noHost) {
            return List.of(Doctor.noHost(noHost));
        }
    }

    private void print(Doctor.Job job) {
        session.out().println((job.isReady() ? "[ok]    " : "[lacks] ") + job.title());
        if (!job.has().isEmpty()) session.out().println("        has " + String.join(", ", job.has()));
        for (Doctor.Lack lack : job.lacks()) {
            String words = lack.remedy().words();
            session.out().println("        " + lack.what() + (words.isEmpty() ? "" : ": " + words));
            if (!lack.remedy().command().isEmpty())
                session.out().println("        $ " + lack.remedy().command());
        }
    }

    private static Map<String, Object> map(Doctor.Job job) {
        var map = new LinkedHashMap<String, Object>();
        map.put("job", job.id());
        map.put("title", job.title());
        map.put("ready", job.isReady());
        map.put("has", job.has());
        map.put("lacks", job.lacks().stream().map(DoctorCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Doctor.Lack lack) {
        var map = new LinkedHashMap<String, Object>();
        map.put("what", lack.what());
        map.put("remedy", lack.remedy().words());
        map.put("command", lack.remedy().command());
        return map;
    }
}
