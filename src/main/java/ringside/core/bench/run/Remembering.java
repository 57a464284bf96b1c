package ringside.core.bench.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;

/**
 * Asks a person for each secret once a session, so that a host that was lost is found again at night. The secrets are in
 * memory alone, and gone with the session.
 */
public final class Remembering {
    private final AccessQuestions person;
    private final Map<AccessQuestions.Secret, String> given = new ConcurrentHashMap<>();

    public Remembering(AccessQuestions person) {
        this.person = person;
    }

    /** For one attempt to reach a host: what is asked for a second time was wrong, and is asked of the person. */
    public AccessQuestions attempt() {
        Set<AccessQuestions.Secret> asked = ConcurrentHashMap.newKeySet();
        return new AccessQuestions() {
            @Override
            public boolean trusts(HostKey unknown) {
                return person.trusts(unknown);
            }

            @Override
            public Optional<String> secret(Secret wanted) {
                String known = asked.add(wanted) ? given.get(wanted) : null;
                if (known != null) return Optional.of(known);
                Optional<String> answer = person.secret(wanted);
                answer.ifPresent(secret -> given.put(wanted, secret));
                return answer;
            }
        };
    }
}
