package ringside.adapter.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Unanswered;

/**
 * A guest of some 200 bytes (guest.s) that goes through the processor's modes as every 64-bit system does and says how
 * far it came: a host may open /dev/kvm and make a virtual machine, and yet run no guest.
 */
final class TinyGuest {
    /**
     * Of the time there is. Where a guest runs at all, this one ends within a tenth of a second once QEMU has started.
     */
    private static final int PATIENCE_PERCENT = 30;

    /** For a host that may only be slow: one on which it had not begun, or had come as far as its work. */
    private static final int MORE_PERCENT = 66;

    /** After so many seconds it is ended by the host if we are not there to do it. */
    private static final int LONGEST_S = 10;

    private static final int ROM = 64 << 10;
    private static final int RESET_VECTOR = ROM - 16;

    /** Far jump to f000:0000, the first byte of the ROM. */
    private static final byte[] JUMP = {(byte) 0xea, 0, 0, 0, (byte) 0xf0};

    private static final int EXIT = 43;

    // The ROM comes by standard input. Its file is gone before QEMU starts, so that nothing is left behind however it
    // ends; and if we end before it, a guest that never does is ended all the same
    private static final String START = "f=$(mktemp) && cat > \"$f\" && exec 3< \"$f\" && rm \"$f\" &&"
            + " t=$(command -v timeout); s=$1; shift;"
            + " exec ${t:+\"$t\" -s KILL \"$s\"} \"$@\" -bios /proc/self/fd/3 < /dev/null";

    private TinyGuest() {}

    /**
     * How far it came.
     *
     * @param ended it ran to its end
     * @param began at least one of its instructions was run
     * @param command as a person reads it
     * @param answer for people
     */
    record Run(boolean ended, boolean began, String command, String answer) {}

    /** @throws Unanswered if QEMU does not start, and not because of the accelerator */
    static Run run(Shell host, Emulator emulator, String accelerator) {
        String[] qemu = {
            emulator.program(),
            "-machine",
            "pc,accel=" + accelerator,
            "-m",
            "16",
            "-nodefaults",
            "-display",
            "none",
            "-no-reboot",
            "-chardev",
            "stdio,id=said,signal=off",
            "-device",
            "isa-debugcon,iobase=0xe9,chardev=said",
            "-device",
            "isa-debug-exit,iobase=0xf4"
        };
        var words = Arrays.stream(qemu).collect(Collectors.toList());
        Duration time = host.left();
        words.addAll(0, List.of("sh", "-c", START, "sh", "" + Math.max(LONGEST_S, time.toSeconds())));
        Command command = Command.of(words).reading(rom());
        Duration more = part(time, MORE_PERCENT);
        // What is translated is slow and never hangs
        Duration limit = accelerator.equals("tcg") ? more : part(time, PATIENCE_PERCENT);
        Answer answer = host.run(command.within(limit));
        if (answer.ending() == Answer.Ending.TIMED_OUT && isPerhapsSlow(answer.out())) {
            answer = host.run(command.within(more));
            limit = more;
        }
        String shown = Command.of(qemu).line() + " -bios (a guest of our own)";
        boolean ended = answer.ending() == Answer.Ending.EXITED && answer.exit() == EXIT;
        boolean began = !answer.out().isEmpty();
        if (!ended && !began) refuseOther(accelerator, shown, answer);
        String says = ended ? "our guest ran in real, protected and 64-bit mode to its end" : stopped(answer, limit);
        return new Run(ended, began, shown, says);
    }

    private static Duration part(Duration time, int percent) {
        return time.multipliedBy(percent).dividedBy(100);
    }

    private static boolean isPerhapsSlow(String reached) {
        return reached.isEmpty() || reached.equals("rpl");
    }

    /** Of a guest of which nothing was seen: a host may be too slow for it, or QEMU may have had another reason. */
    private static void refuseOther(String accelerator, String command, Answer answer) {
        if (answer.ending() != Answer.Ending.EXITED)
            throw new Unanswered(
                    command,
                    "with " + accelerator + " QEMU got no guest as far as its first instruction in time",
                    "ask again when the host has less to do");
        if (answer.exit() == Answer.NOT_FOUND
                || !answer.err().toLowerCase(Locale.ROOT).contains(accelerator))
            throw new Unanswered(
                    command,
                    "QEMU did not start with " + accelerator + ": " + Emulator.lastWords(answer),
                    "start it by hand there");
    }

    private static String stopped(Answer answer, Duration limit) {
        String reached = switch (answer.out()) {
            case "" -> "our guest ran not one instruction that we saw";
            case "r" -> "our guest began in real mode and never reached protected mode";
            case "rp" -> "our guest reached protected mode and never 64-bit mode";
            case "rpl" -> "our guest reached 64-bit mode and never its end";
            default -> "our guest did not come to its end";
        };
        return reached
                + switch (answer.ending()) {
                    case TIMED_OUT -> String.format(Locale.ROOT, " within %.1f s", limit.toMillis() / 1000.0);
                    case TOO_LONG -> ", and printed without end";
                    case EXITED -> ": QEMU ended with " + answer.exit() + ", " + Emulator.lastWords(answer);
                };
    }

    private static byte[] rom() {
        try (var in = Objects.requireNonNull(TinyGuest.class.getResourceAsStream("/ringside/probe/guest.bin"))) {
            byte[] rom = Arrays.copyOf(in.readAllBytes(), ROM);
            System.arraycopy(JUMP, 0, rom, RESET_VECTOR, JUMP.length);
            return rom;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
