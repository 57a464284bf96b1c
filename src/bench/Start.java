import java.nio.file.Path;

/** What a short command costs from the first instruction to the last. */
final class Start {
    private Start() {}

    static void measure(Path folder, Clock clock) throws Exception {
        String store = folder.resolve("store").toString();
        Clock.ringside(folder, "--store", store, "sets", "list"); // the bundled sets are given at first start
        for (int round = 0; round < Clock.ROUNDS; round++) {
            clock.time("ringside --version", () -> Clock.ringside(folder, "--version"));
            clock.time("ringside figures list", () -> Clock.ringside(folder, "--store", store, "figures", "list"));
        }
    }
}
