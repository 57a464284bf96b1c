package ringside.core.bench.run;

import java.time.Duration;
import java.util.Locale;

/** A doubt about a measurement, and what one can do about it. It never removes a sample. */
public sealed interface Caution {
    /** What it is called in files. */
    String word();

    /** What was seen, without a final full stop. */
    String text();

    /** What one can do, without a final full stop. */
    String advice();

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    /** @param share of the machine's time that a hypervisor below gave to others */
    record Steal(double share) implements Caution {
        @Override
        public String word() {
            return "steal";
        }

        @Override
        public String text() {
            return percent(share) + " of the processors' time went to other guests of the same machine";
        }

        @Override
        public String advice() {
            return "stop the other guests, or measure on a machine that has none";
        }
    }

    /** @param cores how many were kept busy by others, on the average */
    record Load(double cores) implements Caution {
        @Override
        public String word() {
            return "load";
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "other programs kept %.1f cores busy meanwhile", cores);
        }

        @Override
        public String advice() {
            return "end what else runs there, and see with 'top' what that is";
        }
    }

    /** @param pages moved to or from swap */
    record Swapping(long pages) implements Caution {
        @Override
        public String word() {
            return "swap";
        }

        @Override
        public String text() {
            return pages + " pages went to or came from swap";
        }

        @Override
        public String advice() {
            return "free memory or measure smaller sizes: what is swapped is measured at the disk's speed";
        }
    }

    /** @param drift of its clock against ours, during the run, beyond what asking for it leaves uncertain */
    record ClockDrift(Duration drift) implements Caution {
        @Override
        public String word() {
            return "clock";
        }

        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "its clock moved by %.1f ms against ours during the run", drift.toNanos() / 1e6);
        }

        @Override
        public String advice() {
            return "look at the clock source of that host or guest: what it calls a second was not one";
        }
    }

    /** @param times the processor was slowed because it was hot */
    record Throttled(long times) implements Caution {
        @Override
        public String word() {
            return "throttled";
        }

        @Override
        public String text() {
            return "the processor was slowed by heat, " + times + " times";
        }

        @Override
        public String advice() {
            return "cool the machine or leave it pauses, and measure again";
        }
    }

    record FewSamples(int samples) implements Caution {
        @Override
        public String word() {
            return "few-samples";
        }

        @Override
        public String text() {
            return samples == 1 ? "there is one sample alone" : "there are only " + samples + " samples";
        }

        @Override
        public String advice() {
            return "repeat it at least five times before you conclude anything";
        }
    }

    /** @param reached half width of the median's interval, as a share of the median */
    record TargetMissed(double reached, double target) implements Caution {
        @Override
        public String word() {
            return "target-missed";
        }

        @Override
        public String text() {
            return "the median is known to ± " + percent(reached) + ", not to ± " + percent(target)
                    + ", after all repetitions that the plan allows";
        }

        @Override
        public String advice() {
            return "quiet the machine, or allow more repetitions";
        }
    }

    record Outliers(int outliers, int samples) implements Caution {
        @Override
        public String word() {
            return "outliers";
        }

        @Override
        public String text() {
            return outliers + " of " + samples + " samples stand far from the rest";
        }

        @Override
        public String advice() {
            return "look at these runs: something else may have run beside them";
        }
    }

    /** @param factor by which the first was worse than the median of the others */
    record SlowFirst(double factor) implements Caution {
        @Override
        public String word() {
            return "slow-first";
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "the first repetition was %.2f times worse than the others", factor);
        }

        @Override
        public String advice() {
            return "let the plan warm up before it counts";
        }
    }

    /** @param memory bytes */
    record WithinPageCache(long fileKb, long memory) implements Caution {
        @Override
        public String word() {
            return "page-cache";
        }

        @Override
        public String text() {
            return "the file of " + fileKb + " KiB fits into the memory of " + (memory >> 10)
                    + " KiB, so memory was measured rather than a disk";
        }

        @Override
        public String advice() {
            return "measure files of twice the memory, or let the tool bypass the page cache (O_DIRECT)";
        }
    }

    record NegativeSwitch(double microseconds) implements Caution {
        @Override
        public String word() {
            return "negative-switch";
        }

        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "a switch took %.3f us: less than nothing, so noise was larger than it", microseconds);
        }

        @Override
        public String advice() {
            return "quiet the machine and repeat more often; the sample is kept as it is";
        }
    }

    /** @param times that the window was drawn while the run lasted, on the machine that was measured */
    record Painting(int times) implements Caution {
        @Override
        public String word() {
            return "painting";
        }

        @Override
        public String text() {
            return "Ringside's own window was drawn " + (times == 1 ? "once" : times + " times")
                    + " on the measured machine";
        }

        @Override
        public String advice() {
            return "leave the window alone or minimised while this machine is measured, or use 'ringside bench run'";
        }
    }

    /** @param why the host gave no whole answer once the run had ended */
    record Unanswered(String why) implements Caution {
        @Override
        public String word() {
            return "unanswered";
        }

        @Override
        public String text() {
            return "after the run the machine could not be looked at, or the run's files not removed (" + why + ")";
        }

        @Override
        public String advice() {
            return "see that the machine answers and that its disk works; the samples are kept, and what disturbed"
                    + " them may not be known";
        }
    }

    /** Another Ringside cannot be kept from measuring the same machine. */
    record Unguarded() implements Caution {
        @Override
        public String word() {
            return "unguarded";
        }

        @Override
        public String text() {
            return "the machine has no flock, so nothing keeps a second Ringside from measuring it at the same time";
        }

        @Override
        public String advice() {
            return "install util-linux there, or make sure that nobody else measures it";
        }
    }
}
