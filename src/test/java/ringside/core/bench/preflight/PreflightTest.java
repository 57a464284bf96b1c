package ringside.core.bench.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.preflight.Finding.Kind;
import ringside.core.bench.suite.Suite;

class PreflightTest {
    private static final Plan PLAN = Plans.byId("quick").orElseThrow();
    private static final Programs ALL =
            new Programs(Stream.of("mpirun", "hpcc", "lat_ctx", "bw_mem", "iozone", "fio", "sysbench")
                    .collect(Collectors.toMap(name -> name, name -> "/usr/bin/" + name)));

    /** A quiet machine that has all that the plan needs. */
    private static Map<String, String> quiet() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("id", "debian"),
                Map.entry("user", "1000"),
                Map.entry("architecture", "x86_64"),
                Map.entry("cores", "2"),
                Map.entry("MemTotal", "8000000"),
                Map.entry("MemAvailable", "7000000"),
                Map.entry("SwapTotal", "1000000"),
                Map.entry("SwapFree", "1000000"),
                Map.entry("governor", "performance"),
                Map.entry("no_turbo", "1"),
                Map.entry("smt", "0"),
                Map.entry("throttled", "0"),
                Map.entry("temperatures", "45000 51000"),
                Map.entry("clock_source", "tsc"),
                Map.entry("clock_sources", "tsc hpet acpi_pm"),
                Map.entry("compiler", "/usr/bin/cc"),
                Map.entry("taskset", "/usr/bin/taskset"),
                Map.entry("directory", "/var/tmp"),
                Map.entry("writable", "yes"),
                Map.entry("filesystem", "ext2/ext3"),
                Map.entry("free_kib", "90000000"),
                Map.entry("stat_before", "cpu  1000 0 1000 100000 0 0 0 0 0 0"),
                Map.entry("stat_after", "cpu  1001 0 1001 100198 0 0 0 0 0 0")));
    }

    private static List<Finding> findings(Map<String, String> facts) {
        return Preflight.of(PLAN, new HostState(facts), ALL).findings();
    }

    @Test
    void nothingStandsAgainstAQuietMachine() {
        assertEquals(List.of(), findings(quiet()));
    }

    @Test
    void whatAHostDoesNotSayIsNoFinding() {
        Map<String, String> facts = quiet();
        facts.keySet()
                .removeAll(Set.of(
                        "governor",
                        "no_turbo",
                        "smt",
                        "throttled",
                        "temperatures",
                        "clock_source",
                        "stat_before",
                        "SwapTotal",
                        "MemAvailable",
                        "filesystem",
                        "free_kib",
                        "id"));
        assertEquals(List.of(), findings(facts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            MemAvailable  | 1000000                     | MEMORY          | ps -eo rss
            SwapFree      | 900000                      | SWAP            | sudo swapoff -a
            governor      | ondemand                    | GOVERNOR        | echo performance | sudo tee
            no_turbo      | 0                           | BOOST           | intel_pstate/no_turbo
            boost         | 1                           | BOOST           | echo 0
            smt           | 1                           | SMT             | smt/control
            throttled     | 0 17                        | THROTTLED       |
            temperatures  | 45000 91000                 | HOT             |
            clock_source  | hpet                        | CLOCK_SOURCE    | echo tsc
            filesystem    | tmpfs                       | DISK_IS_MEMORY  |
            free_kib      | 20000                       | DISK_SPACE      |
            writable      | -                           | DIRECTORY       | mkdir -p /var/tmp
            compiler      | -                           | COMPILER_MISSING | sudo apt-get install gcc libc6-dev
            taskset       | -                           | TASKSET_MISSING | util-linux
            cores         | 1                           | FEW_CORES       |
            stat_after    | cpu 1101 0 1001 100098 0 0 0 0 | BUSY         | ps -eo pcpu
            stat_after    | cpu 1001 0 1001 100158 0 0 0 40 | STEAL       |
            """)
    void eachIsFoundByItselfWithWhatMendsIt(String text) {
        String[] row = Arrays.stream(text.split("\\|", 4)).map(String::strip).toArray(String[]::new);
        found(row[0], row[1], Kind.valueOf(row[2]), row[3]);
    }

    private static void found(String fact, String value, Kind kind, String command) {
        Map<String, String> facts = quiet();
        if (value.equals("-")) facts.remove(fact);
        else facts.put(fact, value);
        List<Finding> findings = findings(facts);
        assertEquals(List.of(kind), findings.stream().map(Finding::kind).toList());
        Finding finding = findings.getFirst();
        assertTrue(finding.remedy().command().contains(command), finding::toString);
        assertFalse(
                finding.remedy().words().isEmpty() && finding.remedy().command().isEmpty(), finding::toString);
        assertFalse(finding.effect().isBlank());
    }

    @Test
    void toolsThatAreMissingComeFirstWithTheDistributionsPackage() {
        Preflight preflight =
                Preflight.of(PLAN, new HostState(quiet()), new Programs(Map.of("mpirun", "/usr/bin/mpirun")));
        assertFalse(preflight.isReady());
        assertEquals(
                List.of(
                        "xhpl or hpcc are not installed: sudo apt-get install hpcc",
                        "lat_ctx is not installed: sudo apt-get install lmbench",
                        "bw_mem is not installed: sudo apt-get install lmbench",
                        "iozone is not installed: sudo apt-get install iozone3",
                        "fio is not installed: sudo apt-get install fio",
                        "sysbench is not installed: sudo apt-get install sysbench"),
                preflight.findings().stream()
                        .map(one -> one.seen() + ": " + one.remedy().command())
                        .toList());
        assertTrue(preflight.findings().get(1).remedy().words().contains("non-free"));
        assertEquals(
                Set.of("context-switch", "cachebench"),
                preflight.measurable().stream().map(Measurement::benchmark).collect(Collectors.toSet()),
                "what is ours is compiled there");
    }

    @Test
    void whatLacksNothingIsMeasurable() {
        Preflight preflight = Preflight.of(PLAN, new HostState(quiet()), ALL);
        assertEquals(preflight.sweep(), preflight.measurable());
    }

    @Test
    void filesThatFitIntoMemoryAreNotMeasuredThroughThePageCacheUnnoticed() {
        Plan cached = PlanFile.read("cached", PlanFile.write(PLAN).replace("caching: direct", "caching: page-cache"));
        assertEquals(
                List.of(Kind.PAGE_CACHE),
                Preflight.of(cached, new HostState(quiet()), ALL).findings().stream()
                        .map(Finding::kind)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "debian,'',iozone3",
        "linuxmint,'ubuntu debian',iozone3",
        "alpine,'',iozone",
        "rocky,'rhel centos fedora',''",
        "void,'',''"
    })
    void packagesAreThoseOfTheDistributionOrWhatItIsLike(String id, String like, String expected) {
        Distribution distribution = Distribution.of(id, like, true);
        var need = Suite.byId("iozone").orElseThrow().needs();
        String command = distribution.remedy(need).command();
        assertTrue(expected.isEmpty() ? command.isEmpty() : command.endsWith(" " + expected), command);
        assertFalse(command.startsWith("sudo"), command);
    }

    /** As the distributions list their packages; where none does, that is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian | hpl         | apt-get install openmpi-bin hpcc | ''
            fedora | hpl         | dnf install openmpi hpl-openmpi  | ''
            rhel   | hpl         | dnf install openmpi              | no package with xhpl or hpcc is known
            alpine | hpl         | apk add openmpi                  | no package with xhpl or hpcc is known
            ubuntu | lmbench-mem | apt-get install lmbench          | multiverse
            fedora | lmbench-mem | ''                               | no package with bw_mem is known
            alpine | lmbench-ctx | ''                               | no package with lat_ctx is known
            fedora | fio         | dnf install fio                  | ''
            rhel   | fio         | dnf install fio                  | ''
            fedora | sysbench    | dnf install sysbench             | ''
            rhel   | sysbench    | dnf install sysbench             | EPEL
            alpine | sysbench    | apk add sysbench                 | ''
            rhel   | iozone      | ''                               | no package with iozone is known
            alpine | iozone      | apk add iozone                   | community
            """)
    void aBenchmarksPackagesAreKnownOrSaidNotToBe(String id, String benchmark, String command, String says) {
        var needs = Suite.byId(benchmark).orElseThrow().needs();
        Distribution.Remedy remedy = Distribution.of(id, "", true).remedy(needs);
        assertEquals(command, remedy.command());
        assertTrue(says.isEmpty() ? remedy.words().isEmpty() : remedy.words().contains(says), remedy::words);
    }

    @Test
    void thisMachineAnswers() {
        Lab.needs("taskset");
        try (var shell = new LocalShell()) {
            HostState state = HostState.of(shell, "");
            assertEquals(
                    Runtime.getRuntime().availableProcessors(), state.machine().cores());
            assertTrue(state.machine().memory() > 100 << 20);
            assertTrue(state.busy().isPresent() && state.steal().isPresent());
            assertEquals("/tmp", state.text("directory").orElse(""));
            assertTrue(state.number("free_kib").isPresent()
                    && state.text("filesystem").isPresent());
        }
    }
}
