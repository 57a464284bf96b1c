package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.core.figure.Figures;
import ringside.core.result.Citation;

/**
 * A figure of a document, and all that was said and read of it: enough to read it off again, and to come to the same values
 * without the document.
 *
 * @param set the result set it goes into; empty to be named after the document
 * @param source where the figure is
 * @param figure an id of the catalogue, or {@link Subject#FREE}
 * @param said of its subject
 * @param platforms category → platform id, for figures whose categories are configurations
 * @param frame the part of the page in which curves are looked for; empty for the one that the axes span
 * @param ignored parts of it where none are: a legend
 * @param at the values of x that are read off; empty for those that the figure suggests
 */
public record Digitisation(
        Optional<String> set,
        Source source,
        String figure,
        Subject.Said said,
        Map<String, String> platforms,
        Citation citation,
        String licence,
        Calibration calibration,
        Optional<Area> frame,
        List<Area> ignored,
        List<String> at,
        List<Series> series) {
    static final int MOST_SERIES = 100;
    static final int MOST_PLACES = 5_000;

    /**
     * Where a figure is.
     *
     * @param document the file's name
     * @param sha256 of the file; empty where it was not read yet
     * @param page from 1
     * @param pdf whether page units are points of a PDF's page, else pixels
     * @param dpi at which pages without vectors are drawn
     * @param caption the figure's number there; may be empty
     */
    public record Source(String document, String sha256, int page, boolean pdf, int dpi, String caption) {
        public Source {
            if (page < 1 || page > 100_000) throw new IllegalArgumentException("pages count from 1");
            if (dpi < 20 || dpi > 1200) throw new IllegalArgumentException("20 to 1200 dots per inch");
        }

        public Source of(Scan scan) {
            return new Source(scan.name(), scan.sha256(), scan.page(), scan.pdf(), dpi, caption);
        }

        public Source drawnAt(int otherDpi) {
            return new Source(document, sha256, page, pdf, otherDpi, caption);
        }

        /** Why what was said of this cannot count for a document, as the end of a sentence; empty if it can. */
        public Optional<String> unlike(Scan scan) {
            if (sha256.isEmpty() || sha256.equals(scan.sha256())) return otherUnits(scan);
            String said = document.isBlank() ? "another document" : document;
            return Optional.of("was said of " + said + ", and " + scan.name() + " is another file");
        }

        /** As {@link #unlike}, where the document may have been written anew. */
        Optional<String> otherUnits(Scan scan) {
            boolean said = !sha256.isEmpty() || pdf;
            if (!said || pdf == scan.pdf()) return Optional.empty();
            return Optional.of("was calibrated in " + (pdf ? "points of a PDF's page" : "pixels of a picture")
                    + ", and " + scan.name() + " is " + (scan.pdf() ? "a PDF" : "a picture"));
        }
    }

    public Digitisation {
        platforms = new TreeMap<>(platforms);
        ignored = List.copyOf(ignored);
        at = List.copyOf(at);
        series = List.copyOf(series);
        if (series.size() > MOST_SERIES)
            throw new IllegalArgumentException("a figure has no more than " + MOST_SERIES + " series");
        if (at.size() > MOST_PLACES)
            throw new IllegalArgumentException("no more than " + MOST_PLACES + " values of x are read off");
        if (series.stream().map(Series::name).distinct().count() != series.size())
            throw new IllegalArgumentException("two series have the same name");
    }

    /** @throws IllegalArgumentException saying what has to be said yet */
    public Subject subject(Figures figures) {
        var known = figures.byId(figure);
        if (known.isEmpty() && !figure.equals(Subject.FREE))
            throw new IllegalArgumentException("there is no figure \"" + figure + "\": it is an id of 'ringside figures"
                    + " list', or " + Subject.FREE);
        return Subject.of(known, said);
    }

    /** The part of the page in which curves are looked for. */
    public Area area() {
        return frame.orElseGet(() -> {
            Place low = calibration.place(new Calibration.Shares(0, 0));
            Place high = calibration.place(new Calibration.Shares(1, 1));
            return Area.of(low, high);
        });
    }

    /** What all points say, series by series. */
    public List<Value> values() {
        var values = new ArrayList<Value>();
        for (int i = 0; i < series.size(); i++)
            for (int j = 0; j < series.get(i).marks().size(); j++) values.add(Value.of(this, i, j));
        return values;
    }

    public Digitisation with(List<Series> others) {
        return new Digitisation(
                set, source, figure, said, platforms, citation, licence, calibration, frame, ignored, at, others);
    }

    public Digitisation with(int index, Series one) {
        var changed = new ArrayList<>(series);
        changed.set(index, one);
        return with(changed);
    }

    public Digitisation with(Source other) {
        return new Digitisation(
                set, other, figure, said, platforms, citation, licence, calibration, frame, ignored, at, series);
    }

    public Digitisation into(Optional<String> other) {
        return new Digitisation(
                other, source, figure, said, platforms, citation, licence, calibration, frame, ignored, at, series);
    }

    /** What neither was said to have run on a platform, nor is named after one, ran on this one. */
    public Digitisation on(String platform) {
        var all = new TreeMap<>(platforms);
        if (calibration.x().scale() instanceof Scale.Categories(List<String> names))
            for (String name : names) if (PlatformName.of(name).isEmpty()) all.putIfAbsent(name, platform);
        List<Series> stated = series.stream()
                .map(one -> one.platform().isPresent()
                                || PlatformName.of(one.name()).isPresent()
                        ? one
                        : one.on(Optional.of(platform)))
                .toList();
        return new Digitisation(
                set, source, figure, said, all, citation, licence, calibration, frame, ignored, at, stated);
    }

    public Digitisation of(String otherFigure) {
        return new Digitisation(
                set, source, otherFigure, said, platforms, citation, licence, calibration, frame, ignored, at, series);
    }
}
