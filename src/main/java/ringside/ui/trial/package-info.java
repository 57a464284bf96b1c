/** Features tried with a guest made for it: what to try and on what, and what came of it. */
@org.jspecify.annotations.NullMarked
package ringside.ui.trial;
