package ringside.breach.core.loop;

import ringside.breach.core.back.Egg;

public record Hen(Egg laid) {}
