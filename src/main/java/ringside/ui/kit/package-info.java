/** What every page uses: the road to slow work and back, error panes, icons, small controls. */
@org.jspecify.annotations.NullMarked
package ringside.ui.kit;
