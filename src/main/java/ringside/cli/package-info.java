/** The command line: each command parses its words, calls the core and prints. */
@org.jspecify.annotations.NullMarked
package ringside.cli;
