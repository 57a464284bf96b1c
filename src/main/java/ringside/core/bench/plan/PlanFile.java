package ringside.core.bench.plan;

import java.nio.file.Path;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.yaml.Document;
import ringside.core.yaml.Unreadable;

/** Plans as YAML files. Writing and reading again gives the same plan. */
public final class PlanFile {
    private PlanFile() {}

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static Plan read(Path file) {
        return read(file.toString(), Document.text(file, "a plan's file is some dozen lines"));
    }

    /**
     * @param source the name that messages give to the text
     * @throws RingsideException naming the source, the line and what is allowed there
     */
    public static Plan read(String source, String text) {
        try {
            return new Reader(Keys.of(Document.read(text), "a plan")).plan();
        } catch (Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was measured", e);
        }
    }

    /** With every knob of every benchmark, so that the file says all that a later version may do otherwise. */
    public static String write(Plan plan) {
        return Writer.text(plan);
    }
}
