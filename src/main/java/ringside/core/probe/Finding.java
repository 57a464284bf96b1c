package ringside.core.probe;

import java.time.Instant;
import java.util.Optional;
import ringside.core.feature.Probed;

/**
 * What a probe found for one question. Its texts are one line each and free of control characters, whatever the host
 * printed.
 *
 * @param command what was asked, as a person could repeat it
 * @param answer the part of the reply that decides, or why there was none
 * @param rests the question without whose yes this finding is worth nothing: what the kernel offers to guests of KVM is no
 *     more than a promise where KVM runs none
 */
public record Finding(
        Question question, Probed.Verdict verdict, String command, String answer, Optional<Question> rests) {
    private static final int MOST = 400;

    public Finding(Question question, Probed.Verdict verdict, String command, String answer) {
        this(question, verdict, command, answer, Optional.empty());
    }

    public Finding {
        command = line(command);
        answer = line(answer);
    }

    public static Finding verified(Question question, String command, String answer) {
        return new Finding(question, Probed.Verdict.VERIFIED, command, answer);
    }

    public static Finding offered(Question question, String command, String answer) {
        return new Finding(question, Probed.Verdict.OFFERED, command, answer);
    }

    public static Finding notHere(Question question, String command, String answer) {
        return new Finding(question, Probed.Verdict.NOT_HERE, command, answer);
    }

    public static Finding notAsked(Question question, String command, String why) {
        return new Finding(question, Probed.Verdict.NOT_ASKED, command, why);
    }

    /** Verified if it holds, else not here. */
    public static Finding of(boolean holds, Question question, String command, String answer) {
        return holds ? verified(question, command, answer) : notHere(question, command, answer);
    }

    /** Offered if software of the host says so, else not here. */
    public static Finding offeredIf(boolean says, Question question, String command, String answer) {
        return says ? offered(question, command, answer) : notHere(question, command, answer);
    }

    public Finding restingOn(Question other) {
        return new Finding(question, verdict, command, answer, Optional.of(other));
    }

    /**
     * What is left of it once it is known what it rests on. Without the platform there is nothing of it: where nobody could
     * ask for the platform, nobody knows; the word of another platform, which may have rights of its own, stays an offer.
     */
    Finding under(Finding base) {
        boolean held = verdict == Probed.Verdict.VERIFIED || verdict == Probed.Verdict.OFFERED;
        if (!held) return this;
        String apart = base.answer() + "; apart from that: " + answer;
        boolean own = question.platform().equals(base.question().platform());
        return switch (base.verdict()) {
            case TRIED, VERIFIED -> this;
            case OFFERED -> offered(question, command, answer);
            case NOT_HERE -> notHere(question, base.command(), apart);
            case NOT_ASKED -> own ? notAsked(question, base.command(), apart) : offered(question, command, answer);
        };
    }

    /** A text from a host made fit for a table: terminal controls and line ends out, cut where it goes on too long. */
    public static String line(String text) {
        String head = text.length() > 4 * MOST ? text.substring(0, 4 * MOST) : text;
        String plain = head.replaceAll("\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|[@-_])", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        return plain.length() <= MOST && head.length() == text.length()
                ? plain
                : plain.substring(0, Math.min(MOST - 1, plain.length())).stripTrailing() + "…";
    }

    Probed on(String host, Instant time) {
        return new Probed(question.feature(), question.platform(), verdict, command, answer, host, time);
    }
}
