package ringside.core.guest.fair;

import java.util.List;

/** One thing that has to be the same in all configurations, or named beside their figures. */
interface Check {
    /** What it is about, as a heading. */
    String title();

    /** What the subject really has of it, on its platform: subjects with the same text are equal. */
    String value(Subject subject);

    /** Ids of the benchmarks whose figures a difference can bend. */
    List<String> bends();

    /** How it bends them, and what to do. */
    String why();
}
