package ringside.breach.core.back;

import java.util.List;
import ringside.breach.core.loop.Hen;

public record Egg(List<Hen> hatched) {
    public Hen first() {
        return hatched.getFirst();
    }
}
