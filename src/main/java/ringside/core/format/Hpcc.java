package ringside.core.format;

import java.util.List;
import ringside.core.result.Parameters;

/**
 * HPC Challenge: hpccoutf.txt, to which the tool appends each start, aborted ones too. A start gives a run of
 * {@code hpcc} with the figures of its summary and, if Linpack came that far, one of {@code hpl} with its rows.
 */
public final class Hpcc implements ToolFormat {
    static final String BENCHMARK = "hpcc";

    @Override
    public String id() {
        return "hpcc";
    }

    @Override
    public String title() {
        return "HPC Challenge";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.HPCC.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        HpccStart start = null;
        for (Line tagged : lines) {
            Line line = MpiTag.without(tagged);
            if (line.text().contains("HPC Challenge Benchmark version")
                    || (start == null && HpccStart.isInside(line))) {
                if (start != null) start.finish();
                start = new HpccStart(transcript);
            }
            if (start != null) start.read(line);
        }
        if (start != null) start.finish();
        return transcript.reading();
    }
}
