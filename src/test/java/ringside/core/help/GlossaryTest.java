package ringside.core.help;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.feature.Catalogue;
import ringside.core.platform.Handbook;
import ringside.core.platform.Topic;

/** The glossary that comes with the program. */
class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.bundled(Locale.ROOT);
    private static final Set<String> TOPICS =
            new HashSet<>(Handbook.bundled().theory().stream().map(Topic::id).toList());
    private static final Set<String> FEATURES = new HashSet<>(Catalogue.bundled().matrix().features().stream()
            .map(feature -> feature.id())
            .toList());

    /** Where Ringside says how it uses a word itself, and where the word is arithmetic. */
    private static final Set<String> OWN = Set.of("Statistics", "Ringside's own words");

    static Stream<Term> terms() {
        return GLOSSARY.terms().stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VMM",
                "hypervisor",
                "type I",
                "type II",
                "domain",
                "dom0",
                "paravirtualisation",
                "trap and emulate",
                "binary translation",
                "EPT",
                "RVI",
                "IOMMU",
                "vCPU",
                "steal",
                "TCG",
                "KVM",
                "virtio",
                "overcommit",
                "balloon",
                "NUMA",
                "bootstrap interval",
                "median",
                "Holm correction",
                "percent of native",
                "HPL",
                "lat_ctx"
            })
    void aTermOfTheFieldIsThere(String name) {
        assertEquals(name, GLOSSARY.find(name).orElseThrow().name());
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermOfTheFieldHasASourceAndItsLinksLeadSomewhere(Term term) {
        assertAll(
                () -> assertTrue(term.text().length() > 30, "explained"),
                () -> assertTrue(OWN.contains(term.group()) || !term.sources().isEmpty(), "source"),
                () -> assertTrue(term.topic().isEmpty() || TOPICS.contains(term.topic()), term::topic),
                () -> assertTrue(term.feature().isEmpty() || FEATURES.contains(term.feature()), term::feature));
        for (Span span : term.spans())
            if (span instanceof Span.Link link) {
                assertTrue(GLOSSARY.find(link.term()).isPresent(), link::term);
                assertFalse(link.term().equals(term.name()), "links to itself");
            }
    }

    @Test
    void noTwoTermsShareAName() {
        var names = new ArrayList<String>();
        for (Term term : GLOSSARY.terms()) {
            names.add(term.name().toLowerCase(Locale.ROOT));
            term.also().forEach(word -> names.add(word.toLowerCase(Locale.ROOT)));
        }
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void aSearchFindsNamesBeforeTexts() {
        assertEquals("NUMA", GLOSSARY.search("numa").getFirst().name());
        assertEquals("RVI", GLOSSARY.search("nested page").getFirst().name());
        assertTrue(GLOSSARY.search("memory").size() > 9);
        assertEquals(List.of(), GLOSSARY.search("flux capacitor"));
        assertEquals(GLOSSARY.terms(), GLOSSARY.search(" "));
    }

    @Test
    void aTermIsFoundByItsOtherNamesInAnyCase() {
        assertEquals("RVI", GLOSSARY.find("npt").orElseThrow().name());
        assertEquals(
                "VMM", GLOSSARY.find("Virtual Machine Monitor").orElseThrow().name());
    }

    @Test
    void aLanguageThatNobodyTranslatedReadsEnglish() {
        assertEquals(GLOSSARY, Glossary.bundled(Locale.of("tlh", "DE")));
    }
}
