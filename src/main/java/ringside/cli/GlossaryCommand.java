package ringside.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.help.Glossary;
import ringside.core.help.Term;
import ringside.core.json.Json;
import ringside.core.platform.Reference;

@Command(name = "glossary", description = "The terms of the field as Ringside uses them, with their sources.")
final class GlossaryCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    private static final int MOST = 8; // terms named where none is called as asked

    private final Session session;

    @Parameters(
            paramLabel = "TERM",
            arity = "0..*",
            description = "what is asked for, such as EPT or \"percent of native\"; without it all are listed")
    private List<String> words = List.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    GlossaryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Glossary glossary = Glossary.bundled(Locale.ROOT);
        if (words.isEmpty()) list(glossary.terms());
        else tell(glossary);
        return 0;
    }

    private void list(List<Term> terms) {
        if (json) {
            session.out()
                    .println(
                            Json.pretty(terms.stream().map(GlossaryCommand::map).toList()));
            return;
        }
        var table = new TextTable("TERM", "GROUP", "STANDS FOR");
        for (Term term : terms) table.row(term.name(), term.group(), term.longer());
        session.out().print(table);
    }

    private void tell(Glossary glossary) {
        String asked = String.join(" ", words);
        Term term = glossary.find(asked).orElseThrow(() -> unknown(asked, glossary));
        if (json) session.out().println(Json.pretty(map(term)));
        else print(term);
    }

    private void print(Term term) {
        var out = session.out();
        out.println(term.longer().isEmpty() ? term.name() : term.name() + ": " + term.longer());
        if (!term.also().isEmpty()) out.println("also: " + String.join(", ", term.also()));
        out.println();
        wrapped(term.text());
        if (!term.sources().isEmpty()) out.println("\nSources:");
        for (Reference source : term.sources()) out.println("  " + source.citation());
    }

    private void wrapped(String text) {
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                session.out().println(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        session.out().println(line);
    }

    private static RingsideException unknown(String asked, Glossary glossary) {
        List<Term> near = glossary.search(asked);
        return new RingsideException(
                "the glossary has no term \"" + asked + "\"",
                near.isEmpty()
                        ? "see all of them with: ringside glossary"
                        : "it is spoken of under "
                                + near.stream().limit(MOST).map(Term::name).collect(Collectors.joining(", ")));
    }

    private static Map<String, Object> map(Term term) {
        var map = new LinkedHashMap<String, Object>();
        map.put("term", term.name());
        map.put("longer", term.longer());
        map.put("also", term.also());
        map.put("group", term.group());
        map.put("text", term.text());
        map.put("sources", term.sources().stream().map(GlossaryCommand::map).toList());
        return map;
    }

    private static Map<String, Object> map(Reference source) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", source.title());
        map.put("edition", source.edition());
        map.put("address", source.address());
        return map;
    }
}
