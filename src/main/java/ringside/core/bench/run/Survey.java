package ringside.core.bench.run;

import java.util.LinkedHashMap;
import java.util.Map;
import ringside.core.RingsideException;
import ringside.core.bench.Machine;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** What a host is: its facts as result sets keep them, and what sizes a sweep on it. */
final class Survey {
    private static final String SCRIPT = """
            echo "architecture $(uname -m)"
            echo "kernel $(uname -s) $(uname -r)"
            echo "cpus $(nproc 2> /dev/null || getconf _NPROCESSORS_ONLN)"
            [ -r /proc/meminfo ] && while read -r key kib rest; do
              [ "$key" = MemTotal: ] && echo "memory_kib $kib"
            done < /proc/meminfo
            [ -r /proc/cpuinfo ] && sed -n '/^model name/{s/^[^:]*: */cpu /;p;q;}' /proc/cpuinfo
            [ -r /etc/os-release ] && (. /etc/os-release && echo "os $PRETTY_NAME")
            governor=/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor
            [ -r $governor ] && read -r word < $governor && echo "governor $word"
            clock=/sys/devices/system/clocksource/clocksource0/current_clocksource
            [ -r $clock ] && read -r word < $clock && echo "clock_source $word"
            grep -q '^flags.* hypervisor' /proc/cpuinfo 2> /dev/null && echo "virtual_machine yes"
            exit 0
            """;

    private Survey() {}

    /** @throws RingsideException if it does not say how many cores and how much memory it has */
    static Machine of(Shell shell) {
        Answer answer = shell.run(Command.of("/bin/sh", "-c", SCRIPT));
        Map<String, String> facts = new LinkedHashMap<>();
        answer.out()
                .lines()
                .map(line -> line.strip().split(" ", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .forEach(pair -> facts.put(pair[0], pair[1].strip()));
        long kib = number(shell, facts, "memory_kib");
        int cores = (int) number(shell, facts, "cpus");
        facts.remove("memory_kib");
        facts.put("memory", kib + " KiB");
        return new Machine(cores, kib << 10, facts.getOrDefault("architecture", "unknown"), facts);
    }

    private static long number(Shell shell, Map<String, String> facts, String key) {
        String text = facts.getOrDefault(key, "");
        if (text.matches("[1-9]\\d{0,14}")) return Long.parseLong(text);
        throw new RingsideException(
                shell.name() + " does not say how many cores and how much memory it has",
                "measure a Linux host: its /proc says so");
    }
}
