package ringside.adapter.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.host.AccessQuestions;

/** Passes a host's wish for a secret on to the person. What was given once in vain is not given again. */
final class Prompts implements UserInfo, UIKeyboardInteractive {
    private final AccessQuestions questions;
    private final String user;
    private final String host;
    private @Nullable String password;
    private @Nullable String passphrase;
    private int asked;

    Prompts(AccessQuestions questions, String user, String host) {
        this.questions = questions;
        this.user = user;
        this.host = host;
    }

    /** How often the host wanted a secret. */
    int asked() {
        return asked;
    }

    @Override
    public boolean promptPassword(String message) {
        Optional<String> given = password(user + "'s password on " + host);
        given.ifPresent(secret -> password = secret);
        return given.isPresent();
    }

    private Optional<String> password(String prompt) {
        asked++;
        String before = password;
        return questions
                .secret(new AccessQuestions.Secret.Password(user, host, prompt))
                .filter(secret -> !secret.equals(before));
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompts, boolean[] echo) {
        var answers = new String[prompts.length];
        for (int i = 0; i < prompts.length; i++) {
            Optional<String> given =
                    password(prompts[i].replaceAll("\\p{Cntrl}", " ").strip());
            if (given.isEmpty()) return null;
            answers[i] = given.get();
            if (prompts.length == 1) password = given.get();
        }
        return answers;
    }

    @Override
    public boolean promptPassphrase(String message) {
        String before = passphrase;
        String file = message.substring(message.lastIndexOf(' ') + 1);
        Optional<String> given =
                questions.secret(new AccessQuestions.Secret.Passphrase(file)).filter(secret -> !secret.equals(before));
        given.ifPresent(secret -> passphrase = secret);
        return given.isPresent();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public @Nullable String getPassphrase() {
        return passphrase;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {
        // Banners of hosts are for logins by hand
    }
}
