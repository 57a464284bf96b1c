package ringside.adapter.linux;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Tool;

/**
 * Large pages for a guest's memory: those the kernel has reserved. A size that it could reserve and has not is nothing a
 * guest can be given. That it makes large pages of small ones by itself is another thing, and no guest can count on it.
 */
final class HugePages implements Probe {
    private static final String FOLDER = "/sys/kernel/mm/hugepages";
    private static final Command COUNTS = Command.of("grep", "-rs", "", FOLDER);
    private static final Tool TOOL = new Tool("grep", "install grep there");
    private static final Pattern RESERVED = Pattern.compile("(?m)/hugepages-(\\d{1,9}kB)/nr_hugepages:(\\d{1,15})$");

    @Override
    public String id() {
        return "huge-pages";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("huge-pages", "kvm"), new Question("huge-pages", "qemu"));
    }

    @Override
    public List<Command> first() {
        return List.of(COUNTS);
    }

    @Override
    public Findings ask(Shell host) {
        Answer counts = TOOL.run(host, COUNTS);
        return new Findings(questions().stream()
                .map(question -> finding(question, counts.out()).restingOn(Question.there(question.platform())))
                .toList());
    }

    private static Finding finding(Question question, String counts) {
        List<MatchResult> sizes = RESERVED.matcher(counts).results().toList();
        String reserved = sizes.stream()
                .map(size -> size.group(1) + ": " + size.group(2) + " reserved")
                .sorted()
                .collect(Collectors.joining(", "));
        return Finding.of(
                sizes.stream().anyMatch(size -> !size.group(2).matches("0+")),
                question,
                COUNTS.line(),
                reserved.isEmpty() ? "the kernel offers no large pages" : reserved);
    }
}
