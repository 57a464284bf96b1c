package ringside;

import ringside.cli.RingsideCommand;

/** Where the program begins: arguments go to the command line; without any the workbench opens. */
public final class Ringside {
    private Ringside() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn into memory; the window is JavaFX's
        int code = RingsideCommand.run(arguments, System.out, System.err, () -> {});
        System.exit(code);
    }
}
