package ringside.ui.result;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ringside.core.format.Mapping;
import ringside.core.result.Better;
import ringside.ui.kit.Texts;

/** A column of a table, and what a person says that it is. */
public final class MappedColumn {
    /** What a column can be. */
    public enum Meaning {
        LEFT_OUT(Texts.of("result.mapped-column.leave-out")),
        HIGHER(Texts.of("result.mapped-column.result-more-is-better")),
        LOWER(Texts.of("result.mapped-column.result-less-is-better")),
        PARAMETER(Texts.of("result.mapped-column.parameter")),
        CONFIGURATION(Texts.of("result.configuration")),
        PLATFORM(Texts.of("result.mapped-column.platform")),
        BENCHMARK(Texts.of("result.benchmark")),
        METRIC(Texts.of("result.mapped-column.name-of-the-result")),
        UNIT(Texts.of("result.mapped-column.unit-of-the-result"));

        private final String title;

        Meaning(String title) {
            this.title = title;
        }

        /** The mapping's word for it. */
        String role() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isResult() {
            return this == HIGHER || this == LOWER;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final String header;
    private final int place;
    private final ObjectProperty<Meaning> meaning = new SimpleObjectProperty<>(this, "meaning", Meaning.LEFT_OUT);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");

    MappedColumn(String header, int place, Mapping guess) {
        this.header = header;
        this.place = place;
        name.set(header);
        for (Meaning one : Meaning.values()) if (header.equals(guess.texts().get(one.role()))) meaning.set(one);
        String parameter = guess.parameters().get(header);
        if (parameter != null) {
            meaning.set(Meaning.PARAMETER);
            name.set(parameter);
        }
        Optional<Mapping.Measured> measured = guess.values().stream()
                .filter(one -> one.column().equals(header))
                .findFirst();
        measured.ifPresent(one -> {
            meaning.set(one.better() == Better.HIGHER ? Meaning.HIGHER : Meaning.LOWER);
            name.set(one.metric());
            unit.set(one.unit());
        });
    }

    void changed(Runnable look) {
        meaning.subscribe((before, now) -> look.run());
        name.subscribe((before, now) -> look.run());
        unit.subscribe((before, now) -> look.run());
    }

    public String header() {
        return header;
    }

    int place() {
        return place;
    }

    public ObjectProperty<Meaning> meaningProperty() {
        return meaning;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty unitProperty() {
        return unit;
    }

    /** The parameter's or the result's name; the header where none was given. */
    String name() {
        String text = name.get() == null ? "" : name.get().strip().replace('=', ' ');
        return text.isBlank() ? header : text;
    }
}
