package ringside.adapter.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Zoom;

/** What stands where on a drawn sheet, in points. */
record Drawn(Rectangle2D area, Zoom shown, List<Spot> spots) {}
