package ringside.core.hypervisor;

import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * The file that holds a guest's memory while it is saved. It has its name only when it is whole, and none when its disks
 * have gone on without it: put together again they would be two guests in one.
 *
 * @param folder of the guest, on the host
 */
public record SavedMemory(Shell host, String guest, String folder) {
    /** Its name, by which {@link Register} knows a saved guest. */
    static final String NAME = "memory";

    public String file() {
        return folder + "/" + NAME;
    }

    /** Where it is while it is written. */
    public String half() {
        return file() + ".part";
    }

    /** Gives it its name. */
    public void whole() {
        check(host.run(Command.of("mv", "-T", "--", half(), file())), "it is in " + half() + " there");
    }

    public void forget() {
        check(
                host.run(Command.of("rm", "-f", "--", file())),
                "remove " + file() + " there, before the guest is restored from it once more");
    }

    /** Removes what was written of it. */
    public void undo() {
        host.run(Command.of("rm", "-f", "--", half()));
    }

    private void check(Answer answer, String remedy) {
        if (!answer.succeeded())
            throw new RingsideException(
                    "The saved memory of guest \"" + guest + "\" cannot be kept on " + host.name() + ": "
                            + answer.complaint(),
                    remedy);
    }
}
