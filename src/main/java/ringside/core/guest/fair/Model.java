package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.CpuFeature;
import ringside.core.guest.CpuModel;

final class Model implements Check {
    @Override
    public String title() {
        return "CPU model";
    }

    @Override
    public String value(Subject subject) {
        var cpu = subject.guest().cpu();
        boolean hosts = subject.isXen() || subject.isVirtualBox() || cpu.model() instanceof CpuModel.Host;
        String model =
                hosts ? subject.isEmulated() ? "maximum" : "host" : cpu.model().toString();
        if (subject.lacks("cpu.features")) return model;
        String more = cpu.features().stream().map(CpuFeature::toString).collect(Collectors.joining(" "));
        return (model + " " + more).strip();
    }

    @Override
    public List<String> bends() {
        return Benchmarks.CPU_AND_MEMORY;
    }

    @Override
    public String why() {
        return "A model without AVX makes HPL several times slower: take host everywhere, and maximum under emulation.";
    }
}
