package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.RingsideException;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.json.Json;

@Command(
        name = "list",
        description = {
            "The guests of a host, and what dead sessions have left there with the command that removes it.",
            "Without --on those that Ringside started; with it all that the hypervisor has."
        })
final class GuestList implements Callable<Integer> {
    private final Session session;

    @Mixin
    private OnHost on = new OnHost();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    GuestList(Session session) {
        this.session = session;
    }

    /** A guest, and the words by which commands find its hypervisor. */
    private record Listed(Domain domain, Place place) {}

    @Override
    public Integer call() {
        List<Listed> all = on.driver().map(on::place).map(this::all).orElseGet(this::started);
        if (json) session.out().println(Json.pretty(all.stream().map(this::map).toList()));
        else print(all);
        return 0;
    }

    private List<Listed> all(Place place) {
        try (Hypervisor hypervisor = on.open(place)) {
            return hypervisor.domains().stream()
                    .map(domain -> new Listed(domain, place))
                    .toList();
        }
    }

    private List<Listed> started() {
        var all = new ArrayList<Listed>();
        var names = new LinkedHashSet<String>();
        for (Place place : used())
            try {
                all(place).stream()
                        .filter(one ->
                                one.domain().ours() && names.add(one.domain().name()))
                        .forEach(all::add);
            } catch (RingsideException silent) {
                session.say("not asked: " + silent.problem() + ": " + silent.remedy());
            }
        return all;
    }

    /** By the guests in the register. */
    private Set<Place> used() {
        var used = new LinkedHashSet<Place>();
        try (Shell shell = on.hypervisors().shell(on.target(), on.questions())) {
            on.hypervisors().register(shell).all().forEach(found -> used.add(Place.of(found, on.target())));
        }
        return used;
    }

    private void print(List<Listed> all) {
        if (all.isEmpty()) {
            session.out().println("No guests.");
            return;
        }
        var table = new TextTable("NAME", "PLATFORM", "STATE", "SSH", "SINCE", "BY");
        for (Listed one : all) {
            Domain domain = one.domain();
            table.row(
                    domain.name(),
                    domain.platform(),
                    domain.state().word(),
                    domain.address().map(Object::toString).orElse("-"),
                    domain.began()
                            .map(time -> time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                    .toString())
                            .orElse("-"),
                    domain.ours() ? "ringside" : "others");
        }
        session.out().print(table);
        for (Listed one : all)
            one.domain()
                    .leftover()
                    .ifPresent(why -> session.out()
                            .println(
                                    "left over: " + one.domain().name() + ": " + why + "; remove it: " + removal(one)));
    }

    private String removal(Listed one) {
        var words = Stream.concat(
                        Stream.of("ringside", "guest", "destroy", one.domain().name()), on.words(one.place()).stream())
                .toList();
        return ringside.core.host.Command.of(words).line();
    }

    private Map<String, Object> map(Listed one) {
        Map<String, Object> map = map(one.domain());
        if (one.domain().leftover().isPresent()) map.put("remove", removal(one));
        return map;
    }

    static Map<String, Object> map(Domain domain) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", domain.name());
        map.put("platform", domain.platform());
        map.put("host", domain.host());
        map.put("state", domain.state().word());
        map.put("ours", domain.ours());
        domain.began().ifPresent(time -> map.put("began", time.toString()));
        domain.address().ifPresent(place -> map.put("ssh", Map.of("host", place.host(), "port", place.port())));
        domain.login().ifPresent(login -> map.put("login", StartGuest.map(login)));
        var cannot = new LinkedHashMap<String, Object>();
        domain.cannot().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> cannot.put(each.getKey().word(), each.getValue()));
        map.put("cannot", cannot);
        domain.leftover().ifPresent(why -> map.put("leftover", why));
        return map;
    }
}
