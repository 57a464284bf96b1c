package ringside.core.bench;

import ringside.core.host.Target;
import ringside.core.result.Configuration;

/**
 * What is measured: a platform as it is set up, and the way to it.
 *
 * @param machine the physical machine it shares with other subjects; of these one at a time is measured
 */
public record Subject(Configuration configuration, Target target, String machine) {}
