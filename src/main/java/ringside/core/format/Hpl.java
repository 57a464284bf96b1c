package ringside.core.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Parameters;

/** High Performance Linpack: HPL.out, or what xhpl prints, any number of outputs one after another. */
public final class Hpl implements ToolFormat {
    static final String BENCHMARK = "hpl";

    private static final Pattern BANNER = Pattern.compile("HPLinpack\\s+[0-9]");
    private static final String OTHER_LINPACK = "Intel(R) Optimized LINPACK Benchmark data";

    @Override
    public String id() {
        return "hpl";
    }

    @Override
    public String title() {
        return "High Performance Linpack (HPL)";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.HPL.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        Output output = null;
        for (Line tagged : lines) {
            Line line = MpiTag.without(tagged);
            boolean banner = BANNER.matcher(line.text()).find();
            if (banner || (output == null && HplRows.isHeader(line))) {
                if (output != null) output.finish();
                output = new Output(transcript);
            }
            if (output != null) output.read(line);
            else if (line.text().contains(OTHER_LINPACK))
                transcript.skip(line, "the Intel Optimized LINPACK Benchmark is another program than HPL");
        }
        if (output != null) output.finish();
        return transcript.reading();
    }

    /** What one start of the program printed. */
    private static final class Output {
        private final OpenRun run;
        private final HplRows rows;
        private @Nullable Line end;

        Output(Transcript transcript) {
            run = transcript.begin(BENCHMARK);
            rows = new HplRows(transcript, () -> run);
        }

        void read(Line line) {
            if (line.text().startsWith("End of Tests.")) end = line;
            else rows.read(line);
        }

        void finish() {
            rows.finish();
            if (end == null)
                run.incomplete(
                        rows.rows() == 0
                                ? "it announces tests and ends before the first result"
                                : "it ends before \"End of Tests.\"");
        }
    }
}
