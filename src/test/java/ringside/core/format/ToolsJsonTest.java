package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fio, hyperfine, Google Benchmark, JMH and PerfKit Benchmarker write as JSON. */
class ToolsJsonTest {
    private static List<String> rows(String path, String part) {
        return Captured.rows(Captured.of(path).read()).stream()
                .filter(row -> row.contains(part))
                .toList();
    }

    @Test
    void aBrokenLineOfPerfKitIsNamed() {
        Captured captured = Captured.all().stream()
                .filter(one -> one.format().equals("perfkit"))
                .findFirst()
                .orElseThrow();
        String text = captured.asText();
        Reading reading =
                captured.with("lue\": 3}\n" + text + "{\"metric\": \"x\n").read();
        assertEquals(
                2, reading.skipped().size(), () -> Captured.skipped(reading).toString());
        assertEquals(
                "1 a line that is no JSON object", Captured.skipped(reading).getFirst());
    }

    @Test
    void aCommandThatFailedKeepsItsTimesAndIsMarked() {
        String text = Captured.of("hyperfine/commands.json").asText().replaceFirst("(\"exit_codes\": \\[\\s*)0", "$11");
        Reading reading = Captured.of("hyperfine/commands.json").with(text).read();
        assertEquals(
                1,
                Captured.samples(reading).stream()
                        .filter(sample -> "1".equals(sample.parameters().get("exit_code")))
                        .count());
        assertEquals(1, reading.warnings().size(), reading.warnings()::toString);
    }

    @Test
    void everyJobOfFioIsARunWithItsOptions() {
        Reading reading = Captured.of("fio-json/two-jobs.json").read();
        assertEquals(2, reading.runs().size());
        assertTrue(
                rows("fio-json/two-jobs.json", "throughput")
                        .getFirst()
                        .matches(".* throughput KiB/s"
                                + " bs=4k;direction=read;fio_version=fio-3.33;iodepth=1;ioengine=psync;job=randread;rw=randread;size=8m"
                                + " #1 [0-9.E]+"),
                () -> rows("fio-json/two-jobs.json", "throughput").toString());
        assertEquals(2, rows("fio-json/two-jobs.json", " throughput ").size());
        assertEquals(
                List.of("job=randread", "job=seqwrite"),
                rows("fio-json/two-jobs.json", "statistic=p99.9 ").stream()
                        .filter(row -> row.contains("latency=clat"))
                        .map(row -> row.replaceFirst(".*(job=\\w+).*", "$1"))
                        .toList());
    }

    @Test
    void fiosLatenciesAreMicrosecondsWhateverItsVersionPrints() {
        String job =
                "{\"fio version\": \"fio-%s\", \"jobs\": [{\"jobname\": \"a\", \"error\": 0, \"read\": {\"io_bytes\":"
                        + " 1024, \"bw\": 10, \"iops\": 5, \"%s\": {\"min\": 1, \"max\": %d, \"mean\": %d, \"percentile\":"
                        + " {\"99.000000\": %d}}}}]}";
        List<String> nano = latencies(job.formatted("3.33", "clat_ns", 4000, 3000, 2000));
        List<String> micro = latencies(job.formatted("2.1", "clat", 4, 3, 2));
        assertEquals(nano.subList(1, 4), micro.subList(1, 4));
        assertEquals("statistic=mean 3.0", nano.get(1));
    }

    private static List<String> latencies(String json) {
        return Captured.rows(Captured.text("fio-json", "fio: a banner", json).read()).stream()
                .filter(row -> row.contains("statistic="))
                .map(row -> row.replaceFirst(".*(statistic=\\S+) #1 (.*)", "$1 $2"))
                .toList();
    }

    @Test
    void fiosJsonIsFoundBehindItsTextToo() {
        assertEquals(
                List.of("direction=read", "direction=write"),
                rows("fio-json/normal-and-json.json", " throughput ").stream()
                        .map(row -> row.replaceFirst(".*(direction=\\w+).*", "$1"))
                        .toList());
    }

    @Test
    void anErrorOfFioMarksItsRun() {
        Reading reading = Captured.text(
                        "fio-json",
                        "{\"fio version\": \"fio-3.1\", \"jobs\": [{\"jobname\": \"a\", \"error\": 28, \"read\":"
                                + " {\"io_bytes\": 4096, \"bw\": nan, \"iops\": 2}}]}")
                .read();
        assertEquals(List.of("fio 1 fio ended this job with error 28"), Captured.endings(reading));
    }

    @Test
    void everyTimeOfHyperfineIsARepetition() {
        assertEquals(
                9,
                rows("hyperfine/scan.json", " time s command=sleep 0.0").stream()
                        .filter(row -> row.contains("reported="))
                        .count());
        assertEquals(
                "13 time s command=sleep 0.01;n=1;reported=0.010947678353333335 #1 0.00964364302",
                rows("hyperfine/scan.json", " time s ").stream()
                        .filter(row -> row.contains("#1"))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("^\\d+", "13"));
    }

    @Test
    void googleBenchmarksRepetitionsAreTakenAndNotItsMeansOfThem() {
        List<String> times = rows("google-benchmark/fill.json", " real time ns benchmark=BM_Fill/1024;");
        assertEquals(
                List.of("#1", "#2", "#3"),
                times.stream()
                        .map(row -> row.replaceFirst(".* (#\\d) .*", "$1"))
                        .toList());
        assertEquals(3, rows("google-benchmark/fill.json", "no such device").size());
        assertTrue(rows("google-benchmark/fill.json", "statistic").isEmpty());
    }

    @Test
    void jmhsIterationsOfAllForksAreRepetitions() {
        List<String> thrpt = rows("jmh/sums.json", "mode=thrpt");
        assertEquals(12, thrpt.size());
        assertTrue(
                thrpt.getFirst().contains("throughput ops/s benchmark=x.Sums.sum;mode=thrpt;reported="),
                thrpt::getFirst);
        assertTrue(rows("jmh/sums.json", "mode=sample").stream().anyMatch(row -> row.contains("statistic=p99")));
    }

    @Test
    void perfKitsLinesTellTheMachineAndThePoint() {
        Reading reading = Captured.of("perfkit/shape.jsonl").read();
        assertEquals(
                List.of(
                        "1 Throughput Mbits/sec sending_thread_count=1 #1 1810.5",
                        "2 Throughput Mbits/sec sending_thread_count=1 #2 1835.25",
                        "3 TCP_RR_Latency_p99 us sending_thread_count=1 #1 41.0",
                        "4 End to End Runtime seconds  #1 12.5"),
                Captured.rows(reading));
        assertEquals("Static small", reading.runs().getFirst().host().orElseThrow());
    }
}
