package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.guest.Guest;
import ringside.core.hypervisor.Operation;

/** A guest gets a vCPU more while it runs, and computes on it. */
final class CpuTrial implements GuestTrial {
    /** A kernel that leaves it to others brings a new CPU into use when it is told. */
    private static final String ONLINE = "for cpu in /sys/devices/system/cpu/cpu[0-9]*/online; do"
            + " [ \"$(cat $cpu)\" = 1 ] || echo 1 > $cpu; done";

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public String title() {
        return "vCPU hotplug";
    }

    @Override
    public String about() {
        return "a running guest is given a vCPU more, and a process in it must run on that";
    }

    @Override
    public List<String> features() {
        return List.of("cpu-hotplug");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.PLUG_CPU);
    }

    @Override
    public Guest fitted(Guest guest) {
        return guest.withCpu(guest.cpu().withMaximum(guest.cpu().vcpus() + 1));
    }

    @Override
    public Outcome prove(Scene scene) {
        long before = count(scene);
        scene.does("plug a vCPU", Acts.plain((hypervisor, guest) -> hypervisor.plugCpu(guest)));
        for (int tries = 0; tries < 30 && count(scene) == before; tries++) {
            Progress.pause(Duration.ofMillis(300));
            scene.quietly(ONLINE);
        }
        long after = count(scene);
        scene.note("in the guest, CPUs in use: " + before + " before, " + after + " after");
        scene.expect(after == before + 1, "it has one CPU more");
        String ran = scene.inside(
                "a process bound to the new CPU runs on CPU",
                "taskset -c $(($1 - 1)) sh -c 'cut -d \" \" -f 39 /proc/self/stat'",
                "" + after);
        scene.expect(ran.equals("" + (after - 1)), "it computes on the new one");
        return Outcome.proven("its CPUs were " + before + " before and " + after + " after, and the new one computes");
    }

    private static long count(Scene scene) {
        return Scene.number(scene.quietly("getconf _NPROCESSORS_ONLN"));
    }
}
