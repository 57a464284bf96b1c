package ringside.core.guest;

import java.util.Locale;

/** A constant whose word in the file is not its name. */
public interface Words {
    String word();

    /** The word for a constant in the guest's file and in messages: its name in lower case with hyphens, or its own. */
    static String of(Enum<?> constant) {
        return constant instanceof Words own
                ? own.word()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
