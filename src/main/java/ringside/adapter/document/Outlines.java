package ringside.adapter.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;
import ringside.core.digitise.Outline;
import ringside.core.digitise.Place;

/** Collects the paths of a page as they are stroked or filled, text and pictures left out. */
final class Outlines extends PDFGraphicsStreamEngine {
    private static final int MOST_CORNERS = 1_000_000;

    private final Patience patience;
    private final AffineTransform toPage;
    private final Path2D.Double path = new Path2D.Double();
    private final List<Outline> found = new ArrayList<>();
    private @Nullable Place stamp;
    private int corners;

    private Outlines(PDPage page, Patience patience) {
        super(page);
        this.patience = patience;
        this.toPage = toPage(page);
    }

    static List<Outline> of(PDPage page, Patience patience) throws IOException {
        var outlines = new Outlines(page, patience);
        outlines.processPage(page);
        return List.copyOf(outlines.found);
    }

    /** From the page's own space, y upwards, to what one sees: from its upper left corner, turned as it is shown. */
    private static AffineTransform toPage(PDPage page) {
        PDRectangle box = page.getCropBox();
        double left = box.getLowerLeftX();
        double low = box.getLowerLeftY();
        double right = box.getUpperRightX();
        double high = box.getUpperRightY();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -low, -left);
            case 180 -> new AffineTransform(-1, 0, 0, 1, right, -low);
            case 270 -> new AffineTransform(0, -1, -1, 0, high, right);
            default -> new AffineTransform(1, 0, 0, -1, -left, high);
        };
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        patience.spend();
        super.processOperator(operator, operands);
    }

    /** A form is how plotting libraries set down the same marker many times: its origin is the point that it marks. */
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        Place before = stamp;
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        Point2D at = toPage.transform(new Point2D.Double(matrix.getTranslateX(), matrix.getTranslateY()), null);
        stamp = new Place(at.getX(), at.getY());
        super.showForm(form);
        stamp = before;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) path.moveTo(x, y);
        else path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) path.moveTo(x3, y3);
        else path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() throws IOException {
        var state = getGraphicsState();
        take(colour(state.getStrokingColor(), state.getAlphaConstant()), false);
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        var state = getGraphicsState();
        take(colour(state.getNonStrokingColor(), state.getNonStrokeAlphaConstant()), true);
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        var state = getGraphicsState();
        take(colour(state.getNonStrokingColor(), state.getNonStrokeAlphaConstant()), true);
        take(colour(state.getStrokingColor(), state.getAlphaConstant()), false);
        path.reset();
    }

    /** As it looks on white; negative for what has no single colour. */
    private static int colour(PDColor colour, double alpha) throws IOException {
        if (colour.isPattern() || colour.getColorSpace() == null) return -1;
        int rgb = colour.toRGB();
        int red = onWhite(rgb >> 16 & 0xff, alpha);
        int green = onWhite(rgb >> 8 & 0xff, alpha);
        return red << 16 | green << 8 | onWhite(rgb & 0xff, alpha);
    }

    private static int onWhite(int channel, double alpha) {
        return (int) Math.round(255 + (channel - 255) * Math.clamp(alpha, 0, 1));
    }

    private void take(int rgb, boolean filled) throws Patience.Over {
        if (rgb < 0) return;
        var one = new Gathered(rgb, filled);
        double[] at = new double[6];
        for (PathIterator parts = path.getPathIterator(toPage); !parts.isDone(); parts.next()) {
            if (++corners > MOST_CORNERS)
                throw new Patience.Over("has more than " + MOST_CORNERS + " points in its paths");
            switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> one.start(at[0], at[1]);
                case PathIterator.SEG_LINETO -> one.corner(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> one.curve(at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> one.curve(at[4], at[5]);
                default -> one.closed = true;
            }
        }
        one.end();
    }

    /** The path that is being walked along, piece by piece. */
    private final class Gathered {
        private final int rgb;
        private final boolean filled;
        private final List<Place> places = new ArrayList<>();
        private boolean closed;
        private boolean curved;

        Gathered(int rgb, boolean filled) {
            this.rgb = rgb;
            this.filled = filled;
        }

        void start(double x, double y) {
            end();
            places.add(new Place(x, y));
        }

        void corner(double x, double y) {
            places.add(new Place(x, y));
        }

        void curve(double x, double y) {
            curved = true;
            corner(x, y);
        }

        void end() {
            boolean sound = places.stream().allMatch(place -> Double.isFinite(place.x()) && Double.isFinite(place.y()));
            if (places.size() > 1 && sound)
                found.add(new Outline(rgb, filled, closed, curved, places, Optional.ofNullable(stamp)));
            places.clear();
            closed = false;
            curved = false;
        }
    }

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void shadingFill(COSName name) {}
}
