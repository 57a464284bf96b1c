package ringside.ui.bench;

import java.time.Duration;
import ringside.ui.kit.Texts;

/** Durations as people say them: no more exact than they are known. */
final class Times {
    private Times() {}

    static String words(Duration time) {
        long seconds = Math.max(0, time.toMillis() + 500) / 1000;
        if (seconds < 1) return Texts.of("bench.times.less");
        if (seconds < 90) return Texts.of("bench.times.s", seconds);
        long minutes = (seconds + 30) / 60;
        if (minutes < 90) return Texts.of("bench.times.min", minutes);
        return Texts.of("bench.times.hours", minutes / 60, "%02d".formatted(minutes % 60));
    }
}
