package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** What JFreeChart draws: places on both axes with their extents, a list of them for each series. */
final class Marks extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1L;

    /**
     * @param point index of the point in its series
     * @param left where a bar begins
     * @param low where a bar or an error bar begins
     */
    record Mark(int point, double x, double left, double right, double y, double low, double high) {
        static Mark at(int point, double x, double y) {
            return new Mark(point, x, x, x, y, y, y);
        }
    }

    private final transient List<List<Mark>> series = new ArrayList<>();

    Marks(int count) {
        for (int i = 0; i < count; i++) series.add(new ArrayList<>());
    }

    void add(int to, Mark mark) {
        series.get(to).add(mark);
    }

    Mark mark(int of, int item) {
        return series.get(of).get(item);
    }

    @Override
    public int getSeriesCount() {
        return series.size();
    }

    @Override
    public Comparable<Integer> getSeriesKey(int of) {
        return of;
    }

    @Override
    public int getItemCount(int of) {
        return series.get(of).size();
    }

    @Override
    public Number getX(int of, int item) {
        return getXValue(of, item);
    }

    @Override
    public double getXValue(int of, int item) {
        return mark(of, item).x();
    }

    @Override
    public Number getY(int of, int item) {
        return getYValue(of, item);
    }

    @Override
    public double getYValue(int of, int item) {
        return mark(of, item).y();
    }

    @Override
    public Number getStartX(int of, int item) {
        return getStartXValue(of, item);
    }

    @Override
    public double getStartXValue(int of, int item) {
        return mark(of, item).left();
    }

    @Override
    public Number getEndX(int of, int item) {
        return getEndXValue(of, item);
    }

    @Override
    public double getEndXValue(int of, int item) {
        return mark(of, item).right();
    }

    @Override
    public Number getStartY(int of, int item) {
        return getStartYValue(of, item);
    }

    @Override
    public double getStartYValue(int of, int item) {
        return mark(of, item).low();
    }

    @Override
    public Number getEndY(int of, int item) {
        return getEndYValue(of, item);
    }

    @Override
    public double getEndYValue(int of, int item) {
        return mark(of, item).high();
    }
}
