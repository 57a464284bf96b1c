package ringside;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of the house. Each rule is also held against {@code ringside.breach}, classes that break every one of
 * them: a rule that passes there could not fail.
 */
class ArchitectureTest {
    private static final String HOUSE = "ringside";
    private static final String RUIN = "ringside.breach";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(RUIN);

    static Stream<ArchRule> house() {
        return rules(HOUSE).stream();
    }

    static Stream<ArchRule> ruin() {
        return rules(RUIN).stream();
    }

    @ParameterizedTest
    @MethodSource("house")
    void theProgramKeepsTheRule(ArchRule rule) {
        rule.check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("ruin")
    void theRuleCanFail(ArchRule rule) {
        assertTrue(rule.evaluate(BREACHES).hasViolation(), rule::getDescription);
    }

    private static List<ArchRule> rules(String root) {
        var rules = new ArrayList<ArchRule>();
        rules.add(core(root));
        rules.addAll(libraries(root));
        rules.addAll(layers(root));
        rules.add(slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be understood, tested and changed together"));
        rules.add(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Info|Data)(\\$.*)?")
                .because("such a name says nothing of what the class is in the field"));
        return rules;
    }

    private static ArchRule core(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat(outside(
                        root + ".core",
                        "java.lang",
                        "java.util",
                        "java.io",
                        "java.nio",
                        "java.time",
                        "java.math",
                        "java.net.URI",
                        "java.net.URISyntaxException",
                        "java.security",
                        "javax.xml.stream",
                        "org.jspecify",
                        "de.siegmar.fastcsv",
                        "com.fasterxml.jackson",
                        "org.apache.commons.statistics",
                        "org.snakeyaml"))
                .because("the core runs the same under a window, on a command line and in a test, with no toolkit,"
                        + " database or drawing library");
    }

    private static List<ArchRule> libraries(String root) {
        return List.of(
                home(
                        List.of("java.sql", "javax.sql", "org.flywaydb", "org.h2", "org.postgresql"),
                        root + ".adapter.jdbc"),
                home(
                        List.of("org.jfree", "org.apache.batik", "de.rototor", "java.awt"),
                        root + ".adapter.plot",
                        root + ".adapter.document"),
                home(
                        List.of("org.apache.pdfbox"),
                        root + ".adapter.plot",
                        root + ".adapter.print",
                        root + ".adapter.document"),
                home(List.of("com.openhtmltopdf"), root + ".adapter.print"),
                home(List.of("tech.tablesaw"), root + ".adapter.table"),
                home(
                        List.of("javafx", "atlantafx", "org.controlsfx", "impl.org.controlsfx"),
                        root + ".ui",
                        "ringside.Ringside"),
                home(List.of("picocli"), root + ".cli"),
                home(List.of("com.fasterxml"), root + ".core.json"),
                home(List.of("org.apache.commons.statistics"), root + ".core.stats"),
                home(List.of("org.snakeyaml"), root + ".core.yaml"),
                home(List.of("com.jcraft"), root + ".adapter.ssh"),
                home(List.of("javax.xml.stream"), root + ".core.guest.read", root + ".core.format"),
                home(List.of("org.libvirt", "com.sun.jna"), root + ".adapter.libvirt"),
                home(
                        List.of("de.siegmar"),
                        root + ".core.format",
                        root + ".core.archive",
                        root + ".core.figure",
                        root + ".core.feature",
                        root + ".core.comparison",
                        root + ".cli"));
    }

    private static ArchRule home(List<String> libraries, String... homes) {
        return noClasses()
                .that(outside(homes))
                .should()
                .dependOnClassesThat(inside(libraries.toArray(String[]::new)))
                .because("each library is known in one place, " + String.join(" or ", homes)
                        + ", so that it can be replaced there");
    }

    private static List<ArchRule> layers(String root) {
        String core = root + ".core";
        String adapter = root + ".adapter";
        String ui = root + ".ui";
        String cli = root + ".cli";
        String workbench = root + ".workbench";
        return List.of(
                never(core, "the core is below all others", adapter, ui, cli, workbench),
                never(
                        ui,
                        "the window works on the core, and so does the command line: neither needs the other",
                        cli,
                        adapter),
                never(
                        cli,
                        "the command line works on the core, and so does the window: neither needs the other",
                        ui,
                        adapter),
                never(adapter, "an adapter serves the core and knows nobody who uses it", ui, cli, workbench),
                never(workbench, "the workbench is put together before anybody shows it", ui, cli),
                slices().matching(adapter + ".(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("an adapter can be taken out alone"));
    }

    private static ArchRule never(String from, String because, String... to) {
        return noClasses()
                .that(inside(from))
                .should()
                .dependOnClassesThat(inside(to))
                .because(because);
    }

    private static DescribedPredicate<JavaClass> inside(String... names) {
        return DescribedPredicate.describe("in " + String.join(", ", names), type -> isIn(type, names));
    }

    private static DescribedPredicate<JavaClass> outside(String... names) {
        return DescribedPredicate.describe(
                "outside " + String.join(", ", names),
                type -> !type.getBaseComponentType().isPrimitive() && !isIn(type, names));
    }

    private static boolean isIn(JavaClass type, String... names) {
        JavaClass base = type.getBaseComponentType();
        for (String name : names)
            if (base.getName().equals(name) || base.getName().startsWith(name + ".")) return true;
        return false;
    }
}
