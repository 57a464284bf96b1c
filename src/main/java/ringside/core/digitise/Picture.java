package ringside.core.digitise;

/**
 * A page as pixels.
 *
 * @param rgb row by row, 0xRRGGBB on white
 * @param unit page units per pixel: 1 for a picture, 72 / dpi for a PDF's page
 */
public record Picture(int width, int height, int[] rgb, double unit) {
    public Picture {
        if (width < 1 || height < 1 || rgb.length != width * height)
            throw new IllegalArgumentException("a picture has as many pixels as its size says");
    }

    public int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** The colour of the pixel at a place; the nearest one where the place is outside. */
    public int at(Place place) {
        int x = (int) Math.floor(place.x() / unit);
        int y = (int) Math.floor(place.y() / unit);
        return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
    }

    /** The whole page. */
    public Area area() {
        return new Area(0, 0, width * unit, height * unit);
    }

    /** Pixels [left, right) × [top, bottom) that an area covers, within the picture. */
    Window window(Area area) {
        int left = Math.clamp((int) Math.floor(area.left() / unit), 0, width);
        int top = Math.clamp((int) Math.floor(area.top() / unit), 0, height);
        int right = Math.clamp((int) Math.ceil(area.right() / unit), left, width);
        int bottom = Math.clamp((int) Math.ceil(area.bottom() / unit), top, height);
        return new Window(left, top, right, bottom);
    }

    /** Half-open ranges of pixels. */
    record Window(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }
}
