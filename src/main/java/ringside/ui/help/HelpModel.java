package ringside.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.help.Glossary;
import ringside.core.help.HelpText;
import ringside.core.help.Term;
import ringside.ui.kit.Texts;

/** What the help shows now, and the way back. */
public final class HelpModel {
    /** One thing to read. */
    public sealed interface Topic {
        record OfPage(String page) implements Topic {}

        record Terms(String query) implements Topic {}

        record OfTerm(Term term) implements Topic {}
    }

    private final Supplier<Glossary> glossary;
    private final ReadOnlyObjectWrapper<Topic> topic = new ReadOnlyObjectWrapper<>(this, "topic", new Topic.Terms(""));
    private final ReadOnlyBooleanWrapper backable = new ReadOnlyBooleanWrapper(this, "backable");
    private final Deque<Topic> earlier = new ArrayDeque<>();

    /** @param glossary read when it is first needed */
    public HelpModel(Supplier<Glossary> glossary) {
        this.glossary = glossary;
    }

    public ReadOnlyObjectProperty<Topic> topicProperty() {
        return topic.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty backableProperty() {
        return backable.getReadOnlyProperty();
    }

    public Glossary glossary() {
        return glossary.get();
    }

    public static Optional<HelpText> text(String page) {
        return HelpText.of(page, Texts.language());
    }

    /** Begins anew with a page's help. */
    public void begin(String page) {
        earlier.clear();
        set(new Topic.OfPage(page));
    }

    /** Another page came into view: help that tells of a page tells of that one, a term that is being read stays. */
    public void follow(String page) {
        if (topic.get() instanceof Topic.OfPage) begin(page);
    }

    public void terms() {
        go(new Topic.Terms(""));
    }

    /** A term by its name; all terms with these words where none is called so. */
    public void term(String name) {
        go(glossary().find(name).<Topic>map(Topic.OfTerm::new).orElse(new Topic.Terms(name)));
    }

    /** What is looked for among the terms; no step to come back to. */
    public void search(String query) {
        if (topic.get() instanceof Topic.Terms) set(new Topic.Terms(query));
    }

    public void back() {
        if (!earlier.isEmpty()) set(earlier.pop());
    }

    private void go(Topic next) {
        if (next.equals(topic.get())) return;
        earlier.push(topic.get());
        set(next);
    }

    private void set(Topic next) {
        topic.set(next);
        backable.set(!earlier.isEmpty());
    }
}
