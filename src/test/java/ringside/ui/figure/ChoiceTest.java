package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.core.figure.View;

class ChoiceTest {
    private static final Choice A = new Choice("one", "A", "host");
    private static final Choice B = new Choice("one", "B", "kvm");
    private static final Choice C = new Choice("two", "A", "kvm");
    private static final List<Choice> ALL = List.of(A, B, C);

    @Test
    void allIsTheDefaultView() {
        assertEquals(View.DEFAULT, Choice.show(View.DEFAULT, ALL, Set.copyOf(ALL)));
    }

    @Test
    void aSetOfWhichNothingIsShownIsLeftOut() {
        assertEquals(View.DEFAULT.withSets(Set.of("one")), Choice.show(View.DEFAULT, ALL, Set.of(A, B)));
    }

    @Test
    void aConfigurationIsHiddenInItsOwnSetOnly() {
        View view = Choice.show(View.DEFAULT, ALL, Set.of(B, C));

        assertEquals(View.DEFAULT.withHidden(Set.of("one/A")), view);
        assertEquals(List.of(B, C), shown(view));
    }

    @Test
    void noneShowsNothingAndNotEverything() {
        View view = Choice.show(View.DEFAULT, ALL, Set.of());

        assertEquals(Set.of("one/A", "one/B", "two/A"), view.hidden());
        assertEquals(List.of(), shown(view));
    }

    @Test
    void theRestOfTheViewStaysAsItIs() {
        View view = View.DEFAULT.withRelative(true).withPoints(true);

        assertEquals(view, Choice.show(view.withSets(Set.of("two")), ALL, Set.copyOf(ALL)));
    }

    private static List<Choice> shown(View view) {
        return ALL.stream().filter(choice -> choice.shownBy(view)).toList();
    }
}
