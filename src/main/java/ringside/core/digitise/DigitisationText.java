package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.core.yaml.Document;

/** A digitisation as the text of its file, with a comment on what each part says. */
final class DigitisationText {
    private final List<String> lines = new ArrayList<>();

    private final boolean draft;

    private DigitisationText(boolean draft) {
        this.draft = draft;
    }

    static String of(Digitisation digitisation) {
        return of(digitisation, false);
    }

    /** @param draft whether what stands at the axes is not known yet: a file that nobody completed is refused */
    static String of(Digitisation digitisation, boolean draft) {
        var text = new DigitisationText(draft);
        text.write(digitisation);
        return String.join("\n", text.lines) + "\n";
    }

    private void write(Digitisation all) {
        lines.add("# A figure read off a page: where it is, how its axes run, and what was read of each series.");
        lines.add(
                "# \"ringside digitise FILE --calibration THIS\" reads it off again; \"ringside import THIS\" takes what"
                        + " was read.");
        lines.add(DigitisationFile.FORMAT + ": " + DigitisationFile.VERSION);
        all.set().ifPresent(set -> said("set", set));
        source(all.source());
        lines.add(
                "# An id of \"ringside figures list\", or free: then benchmark, metric, unit, better and x say what it is.");
        said("figure", all.figure());
        subject(all.said());
        map("", "platforms", all.platforms());
        said("citation", all.citation().text());
        said("locator", all.citation().locator());
        said("licence", all.licence());
        lines.add("# Two places of each axis and what stands there, counted from the page's upper left corner.");
        lines.add("axes:");
        axis("x", all.calibration().x());
        axis("y", all.calibration().y());
        all.frame().ifPresent(frame -> {
            lines.add("# Curves are looked for in here: left, top, right, bottom.");
            lines.add("frame: " + area(frame));
        });
        if (!all.ignored().isEmpty()) {
            lines.add("# But not here: the legend.");
            lines.add("ignore: "
                    + all.ignored().stream().map(DigitisationText::area).collect(Collectors.joining(", ", "[", "]")));
        }
        if (!all.at().isEmpty()) {
            lines.add("# The values of x that are read off.");
            lines.add("at: " + list(all.at()));
        }
        if (all.series().isEmpty()) return;
        lines.add("series:");
        all.series().forEach(series -> series(series, all.calibration()));
    }

    private void source(Digitisation.Source source) {
        lines.add("document:");
        said("  name", source.document());
        said("  sha256", source.sha256());
        lines.add("  page: " + source.page());
        lines.add("  units: " + (source.pdf() ? "points" : "pixels"));
        if (source.pdf()) lines.add("  dpi: " + source.dpi());
        said("  figure", source.caption());
    }

    private void subject(Subject.Said said) {
        said("benchmark", said.benchmark());
        said("metric", said.metric());
        said("unit", said.unit());
        said("better", said.better());
        said("x", said.x());
        map("", "parameters", said.parameters().asMap());
    }

    private void axis(String name, Axis axis) {
        lines.add("  " + name + ":");
        switch (axis.scale()) {
            case Scale.Linear(double from, double to) -> ends("linear", axis, from, to);
            case Scale.Log(double from, double to) -> ends("log", axis, from, to);
            case Scale.Categories(List<String> names) -> {
                lines.add("    scale: categories");
                lines.add("    from: {at: " + place(axis.from()) + "}");
                lines.add("    to: {at: " + place(axis.to()) + "}");
                lines.add("    names: " + (draft ? "[]" : list(names)));
            }
        }
        lines.add("    blur: " + number(axis.blur()));
    }

    private void ends(String scale, Axis axis, double from, double to) {
        lines.add("    scale: " + scale);
        lines.add("    from: {at: " + place(axis.from()) + ", value: " + value(from) + "}");
        lines.add("    to: {at: " + place(axis.to()) + ", value: " + value(to) + "}");
    }

    private String value(double at) {
        return draft ? "\"?\"" : Uncertain.plain(at);
    }

    private void series(Series series, Calibration calibration) {
        lines.add("  - name: " + word(series.name()));
        series.platform().ifPresent(id -> said("    platform", id));
        map("    ", "parameters", series.parameters().asMap());
        series.colour().ifPresent(colour -> said("    colour", colour.hex()));
        lines.add("    read: " + series.method().word());
        if (series.tolerance() != Series.USUAL_TOLERANCE)
            lines.add("    tolerance: " + Uncertain.plain(series.tolerance()));
        if (!series.doubts().isEmpty()) {
            lines.add("    doubts:");
            series.doubts().forEach(doubt -> lines.add("      - " + word(doubt.text())));
        }
        if (series.marks().isEmpty()) return;
        lines.add("    points:");
        series.marks().forEach(mark -> lines.add("      - " + mark(mark, calibration)));
    }

    private static String mark(Mark mark, Calibration calibration) {
        return switch (mark) {
            case Mark.Printed(String x, String value) -> "{x: " + word(x) + ", value: " + value + "}";
            case Mark.Seen seen -> {
                Uncertain y = seen.base()
                        .map(base -> calibration.between(base, seen.place(), seen.blur()))
                        .orElseGet(() -> calibration.y(seen.place(), seen.blur()));
                yield "{at: " + place(seen.place())
                        + seen.base().map(base -> ", from: " + place(base)).orElse("")
                        + ", blur: " + number(seen.blur())
                        + (seen.x().isEmpty() ? "" : ", x: " + word(seen.x()))
                        + "} # " + y.text() + " ± " + y.uncertaintyText();
            }
        };
    }

    private void said(String key, String text) {
        if (!text.isBlank()) lines.add(key + ": " + word(text));
    }

    private void map(String indent, String key, Map<String, String> texts) {
        if (texts.isEmpty()) return;
        lines.add(indent + key + ":");
        texts.forEach((name, text) -> lines.add(indent + "  " + word(name) + ": " + word(text)));
    }

    private static String place(Place place) {
        return "[" + number(place.x()) + ", " + number(place.y()) + "]";
    }

    private static String area(Area area) {
        return "[" + number(area.left()) + ", " + number(area.top()) + ", " + number(area.right()) + ", "
                + number(area.bottom()) + "]";
    }

    private static String list(List<String> words) {
        return words.stream().map(DigitisationText::word).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A place to a millionth of its unit. */
    private static String number(double number) {
        return Uncertain.plain(Math.rint(number * 1e6) / 1e6);
    }

    /** Plain words stand as they are. */
    private static String word(String text) {
        boolean plain = text.matches("[a-z][a-z0-9-]*") && !text.matches("true|false|null|yes|no|on|off|y|n");
        return plain ? text : Document.quoted(text);
    }
}
