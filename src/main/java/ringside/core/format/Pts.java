package ringside.core.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.RingsideException;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;

/** The Phoronix Test Suite's composite.xml, versions 5 to 10. */
public final class Pts implements StreamFormat {
    private static final Pattern RESULTS = Pattern.compile("<(?:Result|System|Generated)>");

    @Override
    public String id() {
        return "pts";
    }

    @Override
    public String title() {
        return "Phoronix Test Suite";
    }

    /** Its settings and test profiles have the same root element. */
    @Override
    public boolean recognises(Head head) {
        return isSuite(head) && head.matches(RESULTS) && !head.contains("<TestInformation>");
    }

    static boolean isSuite(Head head) {
        return head.contains("<PhoronixTestSuite");
    }

    /** Where every system names its hypervisor, nobody needs to be asked. */
    @Override
    public boolean asksPlatform(Head head) {
        int systems = count(head.text(), "<System>");
        return systems == 0 || count(head.text(), "System Layer:") < systems;
    }

    /** The suite asks everybody for a title; where it has none, its results lie in a folder that tells. */
    @Override
    public Optional<String> called(Content content) throws IOException {
        Optional<String> title = PtsAbout.of(content.head()).title();
        if (title.isPresent() || !content.name().equals("composite.xml")) return title;
        return content.path()
                .map(path -> path.toAbsolutePath().getParent())
                .map(folder -> String.valueOf(folder.getFileName()));
    }

    @Override
    public ResultSet begin(ResultSet plain, Content content) throws IOException {
        PtsAbout about = PtsAbout.of(content.head());
        String title =
                about.title().map(one -> one + " (" + plain.title() + ")").orElse(plain.title());
        return new ResultSet(
                plain.name(),
                plain.origin(),
                title,
                plain.citation(),
                plain.licence(),
                plain.created(),
                about.description());
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) count++;
        return count;
    }

    @Override
    public void read(Content content, Parameters given, Intake intake) throws IOException {
        try (Reader text = content.text()) {
            new PtsFile(given, intake).read(new PtsXml(text));
        } catch (PtsXml.BreaksOff end) {
            throw Unsound.cut(end.line(), "the XML is broken or ends too early (" + end.getMessage() + ")");
        } catch (PtsXml.Hostile hostile) {
            throw new RingsideException(
                    content.name() + " is refused: " + hostile.getMessage(),
                    "no result of the Phoronix Test Suite has that; get the file again from where it came",
                    hostile);
        }
    }
}
