/**
 * The store on a database: H2 by default. Samples are kept in blocks, not a row each; beside the results stands what live
 * hosts said of the matrix.
 */
@org.jspecify.annotations.NullMarked
package ringside.adapter.jdbc;
