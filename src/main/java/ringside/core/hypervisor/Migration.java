package ringside.core.hypervisor;

import java.time.Duration;

/**
 * How a guest was moved while it ran, as its hypervisor measured it.
 *
 * @param whole from the first byte handed over to the last
 * @param downtime in which it ran on neither side
 * @param bytes of its memory that were handed over
 */
public record Migration(Duration whole, Duration downtime, long bytes) {}
