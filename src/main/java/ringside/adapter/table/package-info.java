/** Tables, by tablesaw. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.table;
