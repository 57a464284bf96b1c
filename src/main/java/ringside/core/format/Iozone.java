package ringside.core.format;

import java.util.List;
import ringside.core.result.Parameters;

/**
 * IOzone's terminal output: the table of its automatic and single modes, throughput mode, and the spreadsheet report
 * that may follow. A report repeats the table and is taken only where the table lacks the number.
 */
public final class Iozone implements ToolFormat {
    static final String BENCHMARK = "iozone";

    @Override
    public String id() {
        return "iozone";
    }

    @Override
    public String title() {
        return "IOzone";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.IOZONE.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        IozoneRun run = null;
        for (Line line : lines) {
            boolean banner = line.text().contains("Iozone: Performance Test of File I/O");
            if (banner || (run == null && IozoneColumns.of(line) != null)) {
                if (run != null) run.finish();
                run = new IozoneRun(transcript);
            }
            if (run != null) run.read(line);
        }
        if (run != null) run.finish();
        return transcript.reading();
    }
}
