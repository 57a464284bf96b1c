@org.jspecify.annotations.NullMarked
package ringside.adapter.plot;
