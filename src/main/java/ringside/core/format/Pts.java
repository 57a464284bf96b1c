package ringside.core.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
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

    /** Of the systems that stand before the first result, as they do in every file of the suite. */
    @Override
    public List<PlatformQuestion> asks(Content content) throws IOException {
        var questions = new ArrayList<PlatformQuestion>();
        var machines = new PtsMachines(odd -> {});
        int systems = 0;
        try (Reader text = content.text()) {
            var xml = new PtsXml(text);
            if (xml.child() == null) return List.of();
            for (String name; (name = xml.child()) != null && !name.equals("Result"); ) {
                if (!name.equals("System")) xml.skip();
                else question(machines.add(PtsFile.texts(xml))).ifPresent(questions::add);
                if (name.equals("System")) systems++;
            }
        } catch (PtsXml.BreaksOff | PtsXml.Hostile | Unsound itWillBeRefused) {
            return List.of();
        }
        return systems == 0 ? List.of(PlatformQuestion.OPEN) : questions;
    }

    private static Optional<PlatformQuestion> question(Intake.Machine machine) {
        return switch (machine.where()) {
            case Whereabouts.Unclear(String said, List<String> choices) ->
                Optional.of(new PlatformQuestion(machine.label(), said, choices));
            case Whereabouts.Assumed nothingSaid -> Optional.of(new PlatformQuestion(machine.label(), "", List.of()));
            case Whereabouts.Seen named -> Optional.empty();
            case Whereabouts.Told named -> Optional.empty();
        };
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
