package ringside.core.format;

/** One line of a tool's output: its number from 1, and its text without line end and escape sequences. */
public record Line(int number, String text) {}
