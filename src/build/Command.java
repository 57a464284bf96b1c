import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that is run to its end, and has to end well. */
class Command {
    private Command() {}

    /** @return what it printed */
    static String run(List<String> words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) throw new IllegalStateException(words.getFirst() + " ended with " + code + ": " + said);
        return said;
    }
}
