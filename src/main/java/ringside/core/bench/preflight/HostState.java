package ringside.core.bench.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.bench.Machine;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * What a host says of itself in the moment before it is measured. What it does not say is absent.
 *
 * @param facts as the script prints them: name → value, several values in one separated by blanks
 */
public record HostState(Map<String, String> facts) {
    /** Reads, and changes nothing. The processors' time is looked at twice, a second apart. */
    private static final String SCRIPT = """
            say() { [ -n "$2" ] && printf '%s %s\\n' "$1" "$2"; }
            file() { [ -r "$2" ] && say "$1" "$(tr '\\n' ' ' < "$2")"; }
            all() { name=$1; shift; say "$name" "$(cat "$@" 2>/dev/null | sort -u | tr '\\n' ' ')"; }
            cpu=/sys/devices/system/cpu
            clock=/sys/devices/system/clocksource/clocksource0
            [ -r /etc/os-release ] && (. /etc/os-release; say id "$ID"; say like "$ID_LIKE"; say os "$PRETTY_NAME")
            say architecture "$(uname -m)"
            say user "$(id -u)"
            say cores "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)"
            for key in MemTotal MemAvailable SwapTotal SwapFree; do
              say "$key" "$(sed -n "s/^$key: *\\\\([0-9]*\\\\) kB/\\\\1/p" /proc/meminfo 2>/dev/null)"
            done
            say stat_before "$(head -n 1 /proc/stat 2>/dev/null)"
            all governor $cpu/cpu[0-9]*/cpufreq/scaling_governor
            file no_turbo $cpu/intel_pstate/no_turbo
            file boost $cpu/cpufreq/boost
            file smt $cpu/smt/active
            file clock_source $clock/current_clocksource
            file clock_sources $clock/available_clocksource
            all throttled $cpu/cpu[0-9]*/thermal_throttle/core_throttle_count
            all temperatures /sys/class/thermal/thermal_zone[0-9]*/temp
            say compiler "$(command -v cc || command -v gcc || command -v clang)"
            say compiler_version "$( (cc --version || gcc --version || clang --version) 2>/dev/null | head -n 1)"
            say taskset "$(command -v taskset)"
            directory=${1:-${TMPDIR:-/tmp}}
            say directory "$directory"
            say filesystem "$(stat -f -c %T "$directory" 2>/dev/null)"
            say free_kib "$(df -Pk "$directory" 2>/dev/null | sed -n '2s/^[^ ]* *[0-9]* *[0-9]* *\\([0-9]*\\) .*/\\1/p')"
            [ -d "$directory" ] && [ -w "$directory" ] && say writable yes
            sleep 1
            say stat_after "$(head -n 1 /proc/stat 2>/dev/null)"
            say busy "$(ps -eo pcpu=,pid=,comm= --sort=-pcpu 2>/dev/null | head -n 3 | tr -s ' \\n' ' ')"
            exit 0
            """;

    // Columns of the first line of /proc/stat
    private static final int COLUMNS = 8;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    public HostState {
        facts = Map.copyOf(facts);
    }

    /**
     * Asks a host; it takes a second.
     *
     * @param directory where files for I/O shall be made; empty for the usual scratch directory
     */
    public static HostState of(Shell shell, String directory) {
        Answer answer = shell.run(Command.of("sh", "-c", SCRIPT, "sh", directory));
        Map<String, String> facts = new LinkedHashMap<>();
        answer.out()
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> facts.putIfAbsent(pair[0], pair[1].strip()));
        return new HostState(facts);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    public OptionalLong number(String name) {
        return text(name).filter(text -> text.matches("\\d{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    List<String> words(String name) {
        return text(name).stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The largest of several numbers. */
    OptionalLong most(String name) {
        return words(name).stream()
                .filter(word -> word.matches("\\d{1,15}"))
                .mapToLong(Long::parseLong)
                .max();
    }

    public Distribution distribution() {
        return Distribution.of(
                text("id").orElse(""),
                text("like").orElse(""),
                text("user").orElse("").equals("0"));
    }

    /**
     * What sizes a sweep there.
     *
     * @throws RingsideException if it does not say
     */
    public Machine machine() {
        OptionalLong cores = number("cores");
        OptionalLong memory = number("MemTotal");
        if (cores.isEmpty() || memory.isEmpty() || cores.getAsLong() < 1 || memory.getAsLong() < 1)
            throw new RingsideException(
                    "The host does not say how many cores and how much memory it has", "measure on a Linux host");
        return new Machine(
                (int) cores.getAsLong(),
                memory.getAsLong() << 10,
                text("architecture").orElse("unknown"),
                Map.of());
    }

    /** Share of all cores' time that programs used, within a second; nothing where the host does not say. */
    OptionalDouble busy() {
        OptionalDouble unused = share(IDLE, WAITING, STOLEN);
        return unused.isEmpty() ? unused : OptionalDouble.of(1 - unused.getAsDouble());
    }

    /** Share of all cores' time that the hypervisor gave to other guests. */
    OptionalDouble steal() {
        return share(STOLEN);
    }

    /** How much of the time between the two looks went into these columns of {@code /proc/stat}. */
    private OptionalDouble share(int... columns) {
        long[] before = times("stat_before");
        long[] after = times("stat_after");
        if (before.length < COLUMNS || after.length < COLUMNS) return OptionalDouble.empty();
        long all =
                IntStream.range(0, COLUMNS).mapToLong(i -> after[i] - before[i]).sum();
        long some = IntStream.of(columns).mapToLong(i -> after[i] - before[i]).sum();
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(some / (double) all);
    }

    /** user, nice, system, idle, iowait, irq, softirq, steal. */
    private long[] times(String name) {
        return words(name).stream()
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(word -> word.matches("\\d{1,18}") ? Long.parseLong(word) : 0)
                .toArray();
    }
}
