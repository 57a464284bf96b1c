/** The result store on a database: H2 by default. Samples are kept in blocks, not a row each. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.jdbc;
