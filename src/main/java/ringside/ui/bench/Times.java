package ringside.ui.bench;

import java.time.Duration;

/** Durations as people say them: no more exact than they are known. */
final class Times {
    private Times() {}

    static String words(Duration time) {
        long seconds = Math.max(0, time.toMillis() + 500) / 1000;
        if (seconds < 1) return "less than a second";
        if (seconds < 90) return seconds + " s";
        long minutes = (seconds + 30) / 60;
        if (minutes < 90) return minutes + " min";
        return "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
