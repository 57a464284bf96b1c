package ringside.core.trial;

import java.util.List;
import java.util.Set;
import ringside.core.hypervisor.Operation;

/** Proves features of a hypervisor with a guest that is there for nothing else. */
public interface Trial {
    /** All there are. */
    List<Trial> ALL = List.of(new PauseTrial(), new SnapshotTrial(), new SaveTrial());

    /** In lower case with hyphens. */
    String id();

    /** What it does and what would prove it, in a clause. */
    String about();

    /** Ids of the matrix' features that it answers. */
    List<String> features();

    /** What the hypervisor must be able to do. */
    Set<Operation> needs();

    /**
     * @return what was proven, in a line
     * @throws ringside.core.RingsideException saying what could not be done, or did not hold
     */
    String prove(Scene scene);
}
