/** YAML files as Ringside reads them: bounded, without tags, every part with its line. */
@org.jspecify.annotations.NullMarked
package ringside.core.yaml;
