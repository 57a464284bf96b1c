package ringside.core.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark that {@code mpirun --tag-output} puts before each line, as in {@code [1,0]<stdout>:}. */
final class MpiTag {
    private static final Pattern TAG = Pattern.compile("\\[\\d{1,9},\\d{1,9}\\]<std(?:out|err)>:? ?");

    private MpiTag() {}

    static Line without(Line line) {
        if (!line.text().startsWith("[")) return line;
        Matcher tag = TAG.matcher(line.text());
        return tag.lookingAt() ? new Line(line.number(), line.text().substring(tag.end()), line.ended()) : line;
    }
}
