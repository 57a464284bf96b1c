package ringside.core.guest.read;

import java.util.Arrays;
import java.util.stream.Collectors;
import ringside.core.guest.Refusal;

/** The words of other tools that are, but for their spelling, a guest's own. */
final class Words {
    private Words() {}

    /** @throws Refusal if the word is none of the constants' */
    static <E extends Enum<E>> E of(Class<E> type, String field, String word) {
        for (E constant : type.getEnumConstants()) if (of(constant).equals(word.replace('_', '-'))) return constant;
        throw new Refusal(
                field,
                "\"" + word + "\"; allowed are "
                        + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }

    static String of(Enum<?> constant) {
        return ringside.core.guest.Words.of(constant);
    }
}
