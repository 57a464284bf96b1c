package ringside.ui.guest;

import java.util.List;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Rendering.Step;

/**
 * One output of the guest as it is now.
 *
 * @param fileName a name for the file that holds it
 * @param gaps what it cannot express
 * @param before the commands that make what it needs
 */
record Printout(
        Output output,
        String fileName,
        String text,
        List<String> lines,
        Syntax syntax,
        List<Gap> gaps,
        List<Step> before) {
    static Printout of(Output output, String fileName, String text, Syntax syntax, List<Gap> gaps, List<Step> before) {
        return new Printout(output, fileName, text, text.lines().toList(), syntax, gaps, before);
    }
}
