package ringside.core.guest.fair;

import java.util.List;

final class VcpuCount implements Check {
    @Override
    public String title() {
        return "vCPUs";
    }

    @Override
    public String value(Subject subject) {
        var cpu = subject.guest().cpu();
        return cpu.maximum().map(most -> cpu.vcpus() + " of " + most).orElse("" + cpu.vcpus());
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU_AND_MEMORY;
    }

    @Override
    public String why() {
        return "Every figure by cores assumes equal ones: give all the same number.";
    }
}
