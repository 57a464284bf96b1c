import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times work and whole processes, and prints a table: Markdown, as the README takes it. */
final class Clock {
    static final int ROUNDS = 5;

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, Long> amounts = new LinkedHashMap<>();
    private final Map<String, String> rivals = new LinkedHashMap<>();

    void time(String what, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        add(what, (System.nanoTime() - begin) / 1e9);
    }

    /** Something that was timed by other means. */
    void add(String what, double time) {
        seconds.computeIfAbsent(what, first -> new ArrayList<>()).add(time);
    }

    /** As {@link #time}; the table also tells how many of something were done in a second. */
    void time(String what, long amount, Work work) throws Exception {
        amounts.put(what, amount);
        time(what, work);
    }

    /** The table then tells how many times as long as ours the others took, round by round: what alternates is in pairs. */
    void beside(String ours, String... others) {
        for (String other : others) rivals.put(other, ours);
    }

    /** Runs a command to its end; what it prints is read only if it fails. */
    static void run(Path folder, String... command) throws Exception {
        Path said = Files.createTempFile("ringside-said", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            int code = process.waitFor();
            if (code != 0)
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + code + " and said:\n" + Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /** The distribution's own launcher, as a person starts it. */
    static void ringside(Path folder, String... words) throws Exception {
        var command = new ArrayList<>(List.of(Path.of("target/ringside/bin/ringside").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        run(folder, command.toArray(String[]::new));
    }

    void print() {
        Map<String, List<Double>> ratios = ratios();
        System.out.printf("| %-58s | min s | median | max | a second |%n|---|---|---|---|---|%n", "");
        seconds.forEach((what, times) -> {
            Collections.sort(times);
            double median = times.get(times.size() / 2);
            System.out.printf("| %-58s | %.2f | %.2f | %.2f | %s |%n", what, times.getFirst(), median, times.getLast(),
                    amounts.containsKey(what) ? "%,.0f".formatted(amounts.get(what) / median) : "");
        });
        System.out.println();
        if (ratios.isEmpty()) return;
        System.out.printf("| %-58s | times as long as | median | min | max |%n|---|---|---|---|---|%n", "");
        ratios.forEach((other, all) -> System.out.printf("| %-58s | %s | %.2f | %.2f | %.2f |%n", other, rivals.get(other),
                all.get(all.size() / 2), all.getFirst(), all.getLast()));
        System.out.println();
    }

    /** In order of size; of those that were timed as often as ours. */
    private Map<String, List<Double>> ratios() {
        var ratios = new LinkedHashMap<String, List<Double>>();
        rivals.forEach((other, ours) -> {
            List<Double> theirs = seconds.getOrDefault(other, List.of());
            List<Double> own = seconds.getOrDefault(ours, List.of());
            if (theirs.isEmpty() || theirs.size() != own.size()) return;
            var all = new ArrayList<Double>();
            for (int i = 0; i < own.size(); i++) all.add(theirs.get(i) / own.get(i));
            Collections.sort(all);
            ratios.put(other, all);
        });
        return ratios;
    }
}
