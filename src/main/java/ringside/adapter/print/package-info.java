/** Pages on paper, by openhtmltopdf. */
@org.jspecify.annotations.NullMarked
package ringside.adapter.print;
