package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.feature.Probed;
import ringside.core.feature.Probed.Verdict;
import ringside.core.host.HostFacts;
import ringside.core.host.Target;
import ringside.core.probe.ProbeReport;

class JdbcProbesTest {
    @TempDir
    Path folder;

    private static ProbeReport report(String host, String time, Probed... probed) {
        var facts = new HostFacts(host, Target.parse("ssh://" + host), Map.of("cpu", "Éclair \"9\"", "qemu", "7.2.22"));
        return new ProbeReport(
                facts,
                Instant.parse(time),
                Duration.ofMillis(1234),
                List.of(probed),
                List.of(new ProbeReport.Trouble("xen", "xl info", "it is not installed", "install it")));
    }

    private static Probed probed(String host, String time, String feature, Verdict verdict) {
        return new Probed(feature, "qemu", verdict, "ask it", "so it is", host, Instant.parse(time));
    }

    @Test
    void givesBackWhatWasKeptAfterTheStoreWasClosed() {
        String time = "2026-11-25T19:00:00.123Z";
        ProbeReport report = report("lab", time, probed("lab", time, "usb", Verdict.NOT_ASKED));
        try (var store = JdbcStore.open(folder.toString())) {
            store.probes().keep(report);
        }
        try (var store = JdbcStore.open(folder.toString())) {
            assertEquals(List.of(report), store.probes().reports("lab"));
            assertEquals(List.of(), store.probes().reports("other"));
        }
    }

    @Test
    void theLatestAnswerOfEachHostAndCellStandsAndTheHistoryIsKept() {
        String first = "2026-11-25T19:00:00Z";
        String second = "2026-11-25T19:00:00.500Z";
        try (var store = JdbcStore.open("jdbc:h2:mem:" + folder.getFileName())) {
            var probes = store.probes();
            probes.keep(report(
                    "lab",
                    first,
                    probed("lab", first, "tpm", Verdict.VERIFIED),
                    probed("lab", first, "usb", Verdict.VERIFIED)));
            probes.keep(report("lab", second, probed("lab", second, "usb", Verdict.NOT_HERE)));
            probes.keep(report("other", first, probed("other", first, "usb", Verdict.VERIFIED)));
            assertEquals(
                    List.of(
                            probed("lab", first, "tpm", Verdict.VERIFIED),
                            probed("lab", second, "usb", Verdict.NOT_HERE),
                            probed("other", first, "usb", Verdict.VERIFIED)),
                    probes.latest(""));
            assertEquals(List.of(probed("other", first, "usb", Verdict.VERIFIED)), probes.latest("other"));
            assertEquals(
                    Stream.of(second, first).map(Instant::parse).toList(),
                    probes.reports("lab").stream().map(ProbeReport::time).toList());
        }
    }

    @Test
    void whatWasTriedStandsBeforeWhatWasAskedLaterUntilItIsTriedAgain() {
        String first = "2026-11-25T19:00:00Z";
        String second = "2026-11-26T19:00:00Z";
        var tried = new Probed(
                "usb",
                "qemu",
                Verdict.TRIED,
                "try it",
                "it works",
                "lab",
                Instant.parse(first),
                "one\ntwo → \"three\"");
        var again =
                new Probed("usb", "qemu", Verdict.NOT_HERE, "try it", "it broke", "lab", Instant.parse(second), "one");
        try (var store = JdbcStore.open(folder.toString())) {
            var probes = store.probes();
            probes.keep(List.of(tried));
            probes.keep(report(
                    "lab",
                    second,
                    probed("lab", second, "usb", Verdict.OFFERED),
                    probed("lab", second, "tpm", Verdict.OFFERED)));
            assertEquals(List.of(probed("lab", second, "tpm", Verdict.OFFERED), tried), probes.latest("lab"));
        }
        try (var store = JdbcStore.open(folder.toString())) {
            store.probes().keep(List.of(again));
            assertEquals(again, store.probes().latest("lab").getLast());
            assertEquals(List.of(), store.probes().latest("other"));
        }
    }

    @Test
    void aStoreFromBeforeThereWereProbesIsBroughtUpToDate() throws Exception {
        try (var store = JdbcStore.open(folder.toString())) {
            store.remember("kept", "yes");
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("store"), "ringside", "");
                var statement = connection.createStatement()) {
            for (String table : List.of("trial_answer", "probe_trouble", "probe_answer", "probe_report"))
                statement.execute("DROP TABLE " + table);
            statement.execute("ALTER TABLE run DROP COLUMN conditions");
            statement.executeUpdate("DELETE FROM \"flyway_schema_history\" WHERE \"version\" IN ('2', '3', '4')");
            statement.execute("SHUTDOWN");
        }
        try (var store = JdbcStore.open(folder.toString())) {
            assertEquals("yes", store.recall("kept").orElseThrow());
            assertEquals(List.of(), store.probes().latest(""));
        }
    }
}
