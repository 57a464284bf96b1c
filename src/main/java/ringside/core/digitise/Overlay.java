package ringside.core.digitise;

/** What was read, drawn over the page it was read off: whoever looks sees at once what is wrong. */
public final class Overlay {
    private static final int AXIS = 0xd1007f;
    private static final int MARK = 0xe60000;
    private static final int HALO = 0xffffff;

    private final Picture picture;
    private final int[] argb;

    private Overlay(Picture picture) {
        this.picture = picture;
        argb = new int[picture.rgb().length];
        for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | faded(picture.rgb()[i]);
    }

    /** @return the picture's pixels, 0xAARRGGBB, paler, with crosses where points were read and squares at the axes' places */
    public static int[] of(Picture picture, Digitisation figure) {
        var overlay = new Overlay(picture);
        Calibration axes = figure.calibration();
        for (Axis axis : new Axis[] {axes.x(), axes.y()}) {
            overlay.square(axis.from());
            overlay.square(axis.to());
        }
        for (Series series : figure.series())
            for (Mark mark : series.marks())
                if (mark instanceof Mark.Seen seen) {
                    overlay.cross(seen.place());
                    seen.base().ifPresent(overlay::cross);
                }
        return overlay.argb;
    }

    private static int faded(int rgb) {
        int paler = 0;
        for (int shift = 0; shift <= 16; shift += 8) paler |= (255 - (255 - (rgb >> shift & 0xff)) * 6 / 10) << shift;
        return paler;
    }

    private void cross(Place place) {
        int x = (int) Math.floor(place.x() / picture.unit());
        int y = (int) Math.floor(place.y() / picture.unit());
        int arm = arm();
        for (int i = -arm - 1; i <= arm + 1; i++)
            for (int side = -1; side <= 1; side++) {
                dot(x + i, y + side, HALO);
                dot(x + side, y + i, HALO);
            }
        for (int i = -arm; i <= arm; i++) {
            dot(x + i, y, MARK);
            dot(x, y + i, MARK);
        }
    }

    private void square(Place place) {
        int x = (int) Math.floor(place.x() / picture.unit());
        int y = (int) Math.floor(place.y() / picture.unit());
        int arm = arm() + 2;
        for (int i = -arm; i <= arm; i++)
            for (int side : new int[] {-arm, 1 - arm, arm - 1, arm}) {
                dot(x + i, y + side, AXIS);
                dot(x + side, y + i, AXIS);
            }
    }

    private int arm() {
        return Math.clamp(Math.max(picture.width(), picture.height()) / 250, 3, 12);
    }

    private void dot(int x, int y, int rgb) {
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height())
            argb[y * picture.width() + x] = 0xff000000 | rgb;
    }
}
