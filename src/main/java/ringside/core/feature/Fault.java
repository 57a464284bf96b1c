package ringside.core.feature;

/**
 * Why a file of features was refused.
 *
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param cell platform, feature and time, as in "kvm / trim / now", or whatever part of the file is meant; may be empty
 * @param problem what is wrong and what belongs there
 */
public record Fault(String file, int line, String cell, String problem) {

    /** The one line that the window and the command line both show. */
    public String text() {
        return file + (line > 0 ? ", line " + line : "") + (cell.isEmpty() ? "" : ", " + cell) + ": " + problem;
    }
}
