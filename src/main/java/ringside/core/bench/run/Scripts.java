package ringside.core.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ringside.core.host.Answer;
import ringside.core.host.Command;

/**
 * The few fixed shell scripts by which a host is measured. What varies is given to them as arguments. What a run starts
 * carries the session's mark in its environment, by which it is found again after anything.
 */
final class Scripts {
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration REMOVING = Duration.ofMinutes(2); // files of many gigabytes on a slow disk
    private static final Duration LONGEST = Duration.ofDays(30);

    /** What has become of the machine so far; the clock comes first. */
    private static final String LOOK = """
            echo "clock $(date +%s.%N)"
            if [ -r /proc/stat ]; then
              while read -r key rest; do
                case $key in
                  cpu) echo "cpu $rest" ;;
                  cpu[0-9]*) cores=$((${cores:-0} + 1)) ;;
                esac
              done < /proc/stat
              echo "cores ${cores:-0}"
              while read -r key count; do
                case $key in pswpin | pswpout) echo "$key $count" ;; esac
              done < /proc/vmstat
              read -r load rest < /proc/loadavg && echo "load $load"
            fi
            for file in /sys/devices/system/cpu/cpu[0-9]*/thermal_throttle/core_throttle_count; do
              [ -r "$file" ] && read -r count < "$file" && echo "throttled $count"
            done
            """;

    private static final String BEFORE = LOOK + """
            umask 077
            mkdir -p -- "$1/work"
            """;

    private static final String AFTER = LOOK + """
            [ -r "$1/times" ] && while read -r user system; do echo "times $user $system"; done < "$1/times"
            echo looked
            rm -rf -- "$1"
            """;

    /**
     * Makes the command the first of its process group, if need be. A process that leads a group already does not have to
     * be made one, and cannot.
     */
    private static final String LEAD = """
            RINGSIDE_RUN=$1
            export RINGSIDE_RUN
            shift
            read -r pid name state parent group rest < /proc/$$/stat
            if [ "${group:-}" != $$ ] && command -v setsid > /dev/null 2>&1; then exec setsid /bin/sh -c "$@"; fi
            exec /bin/sh -c "$@"
            """;

    /**
     * The group ends when nobody waits for it any more: then its input does. What a tool has left running in it when it
     * ends is ended too: it would work beside the next run.
     */
    private static final String RUN = """
            folder=$1
            shift
            cd -- "$folder/work" || exit 125
            echo $$ > "$folder/group"
            exec 3<&0
            { while read -r line; do :; done; kill -s KILL -- -$$; } <&3 > /dev/null 2>&1 &
            watch=$!
            "$@" < /dev/null 3<&-
            code=$?
            { kill -s KILL $watch; wait $watch; } 2> /dev/null
            trap '' TERM
            kill -s TERM -- -$$ 2> /dev/null
            times > "$folder/times"
            exit $code
            """;

    private static final String CLEAN = """
            folder=$1
            shift
            for again in 1 2 3 4 5; do
              found=
              for mark; do
                for file in $(grep -lsF -- "$mark" /proc/[0-9]*/environ); do
                  process=${file#/proc/}
                  process=${process%/environ}
                  [ "$process" = $$ ] && continue
                  [ $again = 1 ] && echo "process $process: $(tr '\\0' ' ' < "/proc/$process/cmdline" | cut -c 1-200)"
                  kill -s KILL "$process" && found=1
                done
              done 2> /dev/null
              [ -z "$found" ] && break
              sleep 0.1
            done
            for run in "$folder"/run-*; do
              [ -d "$run" ] && echo "folder $run" && rm -rf -- "$run"
            done
            exit 0
            """;

    private static final String REMOVE = "rm -rf -- \"$1\"";

    private static final String HOLD = """
            RINGSIDE_LOCK=$2
            export RINGSIDE_LOCK
            exec /bin/sh -c "$3" sh "$1"
            """;

    private static final String LOCK = """
            command -v flock > /dev/null 2>&1 || { echo unguarded; exit 0; }
            [ -e "$1" ] || (umask 0; : >> "$1")
            exec 9< "$1" || { echo unguarded; exit 0; }
            flock -n 9 || { echo taken; exit 0; }
            echo held
            while read -r line; do :; done
            """;

    private Scripts() {}

    private static Command script(String script, String... arguments) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        return Command.of(words).within(SHORT);
    }

    /** Only looks. */
    static Command look() {
        return script(LOOK + "exit 0\n");
    }

    /** Makes a run's folder, in which {@code work} is the one that its command is started in. */
    static Command before(String folder) {
        return script(BEFORE, folder);
    }

    /** @param mark of the session's processes */
    static Command run(String mark, String folder, List<String> command) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", LEAD, "sh", mark, RUN, "sh", folder));
        words.addAll(command);
        return Command.of(words).attended();
    }

    /** Looks, then removes a run's folder. */
    static Command after(String folder) {
        return script(AFTER, folder).within(REMOVING);
    }

    /** Whether the look was whole, whatever became of the folder. */
    static boolean hasLooked(Answer answer) {
        return answer.out().lines().anyMatch("looked"::equals);
    }

    /** Ends every process that carries the mark, and removes the folders of all runs; says what it found. */
    static Command clean(String sessionFolder, String mark) {
        return script(CLEAN, sessionFolder, "RINGSIDE_RUN=" + mark).within(REMOVING);
    }

    /** The same, and lets go of the machine as well, which an earlier start of the session may still hold. */
    static Command cleanAll(String sessionFolder, String mark, String session) {
        return script(CLEAN, sessionFolder, "RINGSIDE_RUN=" + mark, "RINGSIDE_LOCK=" + session)
                .within(REMOVING);
    }

    static Command remove(String folder) {
        return script(REMOVE, folder).within(REMOVING);
    }

    /** Holds the machine until nobody waits for it any more; says {@code held}, {@code taken} or {@code unguarded}. */
    static Command hold(String lock, String mark) {
        return script(HOLD, lock, mark, LOCK).within(LONGEST).attended();
    }
}
