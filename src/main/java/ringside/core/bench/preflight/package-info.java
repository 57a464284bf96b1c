/** What a host has and lacks before it is measured; nothing is changed there. */
@org.jspecify.annotations.NullMarked
package ringside.core.bench.preflight;
