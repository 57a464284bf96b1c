package ringside.core.feature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.FeatureMatrix.Place;
import ringside.core.feature.FeatureMatrix.Written;
import ringside.core.json.Node;

/**
 * One file of the catalogue: what it adds to the platforms, features and cells that are known already, or why it is
 * refused. The files of the program and those of a user have the same form, which {@code adding-a-feature.md} tells.
 */
final class CatalogueFile {
    static final int NOTE = 120;
    private static final int NAME = 60;
    private static final int TITLE = 120;
    private static final int DESCRIPTION = 140;
    private static final int SINCE = 80;
    private static final int ADDRESS = 300;
    private static final int MOST = 500;

    /** Cells, a platform, a feature and a time. */
    private static final int DEEPEST = 4;

    private final Checked checked;
    private final Known known;
    private final List<Runnable> later = new ArrayList<>(); // what refers to platforms that may come after it
    private Map<String, Node> parts = Map.of();
    final Map<String, Edition> editions = new HashMap<>();
    final Map<String, Column> columns = new LinkedHashMap<>();
    final Map<String, Feature> features = new LinkedHashMap<>();
    final Map<Place, Written> cells = new HashMap<>();

    /** Of cells that say the same as another. */
    final Map<Place, Integer> lines = new LinkedHashMap<>();

    /** What the other files have brought. */
    interface Known {
        boolean hasFeature(String id);

        boolean hasColumn(String id);

        Map<String, Edition> editions();

        /** What is written of a place; null if nothing is. */
        @Nullable
        Written written(Place place);

        /** The column of the whole of which a column is a part; empty if it is none. */
        String partOf(String column);

        /** True if a cell with a finding stands there; one that says nothing is known may be filled. */
        boolean hasFinding(Place place);
    }

    CatalogueFile(String name, Known known) {
        checked = new Checked(name);
        this.known = known;
    }

    /** Reads its platforms, features and editions, to which the cells of this file and of others may refer. */
    void declare(String text) {
        guarded(() -> {
            Node root = Node.parse(text);
            parts = checked.fields(root, "", Set.of("about", "platforms", "editions", "features", "cells"));
            checked.text(parts, "about", "about", 2000);
            if (parts.get("editions") instanceof Node node)
                checked.fields(node, "editions").forEach(this::readEdition);
            if (parts.get("platforms") instanceof Node node)
                few(node, "platforms").forEach(this::readColumn);
            if (parts.get("features") instanceof Node node)
                few(node, "features").forEach(this::readFeature);
        });
    }

    /** Reads its cells, when all that they may refer to is known. What is wrong with the file; empty if all was read. */
    List<Fault> fill() {
        guarded(() -> {
            later.forEach(Runnable::run);
            if (parts.get("cells") instanceof Node node)
                checked.fields(node, "cells").forEach(this::readCells);
            new Rings(this, known).faults().forEach(ring -> checked.fault(ring.line(), ring.cell(), ring.problem()));
        });
        return checked.faults();
    }

    private void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (Node.Malformed e) {
            checked.fault(e.line(), where(e.path()), e.problem());
        }
    }

    /** The cell, or what else of the file the names lead to. */
    private static String where(List<String> path) {
        List<String> names = path.stream().limit(DEEPEST).map(Checked::shown).toList();
        boolean cell = names.size() > 1 && names.getFirst().equals("cells");
        return String.join(" / ", cell ? names.subList(1, names.size()) : names);
    }

    private List<Node> few(Node node, String where) {
        List<Node> items = checked.items(node, where);
        if (items.size() <= MOST) return items;
        checked.fault(node.line(), where, items.size() + " are too many; at most " + MOST + " fit in one file");
        return List.of();
    }

    private void readEdition(String id, Node node) {
        String where = "editions / " + Checked.shown(id);
        checked.id(id, node.line(), where);
        if (known.editions().containsKey(id)) checked.fault(node.line(), where, "there is such an edition already");
        Map<String, Node> fields =
                checked.fields(node, where, Set.of("title", "repo_or_url", "version_or_commit", "ref"));
        String address = checked.required(fields, "repo_or_url", node.line(), where, ADDRESS);
        checked.web(address, node.line(), where);
        editions.put(
                id,
                new Edition(
                        checked.required(fields, "title", node.line(), where, TITLE),
                        address,
                        checked.text(fields, "version_or_commit", where, TITLE),
                        checked.text(fields, "ref", where, NAME)));
    }

    private void readColumn(Node node) {
        Map<String, Node> fields =
                checked.fields(node, "platforms", Set.of("id", "name", "product", "part_of", "basis", "otherwise"));
        String id = checked.required(fields, "id", node.line(), "platforms", NAME);
        String where = "platforms / " + Checked.shown(id);
        checked.id(id, node.line(), where);
        String name = checked.required(fields, "name", node.line(), where, NAME);
        String product = checked.text(fields, "product", where, NAME);
        String partOf = checked.text(fields, "part_of", where, NAME);
        later.add(() -> {
            if (!partOf.isEmpty() && !hasColumn(partOf))
                checked.fault(node.line(), where, "there is no platform '" + Checked.shown(partOf) + "' to be part of");
        });
        var basis = new EnumMap<Era, String>(Era.class);
        if (fields.get("basis") instanceof Node eras) {
            Map<String, Node> texts = checked.fields(eras, where + " / basis", Set.of("now", "2013"));
            for (Era era : Era.values())
                if (texts.containsKey(era.word())) basis.put(era, checked.text(texts, era.word(), where, NOTE));
        }
        if (hasColumn(id)) checked.fault(node.line(), where, "there is such a platform already");
        if (fields.get("otherwise") instanceof Node eras)
            later.add(() -> readCell(id, "", eras, where + " / otherwise"));
        columns.put(id, new Column(id, name, product.isEmpty() ? name : product, partOf, basis));
    }

    private void readFeature(Node node) {
        Map<String, Node> fields =
                checked.fields(node, "features", Set.of("id", "group", "name", "description", "basic"));
        String id = checked.required(fields, "id", node.line(), "features", NAME);
        String where = "features / " + Checked.shown(id);
        checked.id(id, node.line(), where);
        if (hasFeature(id)) checked.fault(node.line(), where, "there is such a feature already");
        features.put(
                id,
                new Feature(
                        id,
                        checked.required(fields, "group", node.line(), where, NAME),
                        checked.required(fields, "name", node.line(), where, NAME),
                        checked.required(fields, "description", node.line(), where, DESCRIPTION),
                        checked.truth(fields.get("basic"), where)));
    }

    private void readCells(String platform, Node node) {
        String where = Checked.shown(platform);
        if (!hasColumn(platform)) {
            checked.fault(node.line(), where, "there is no platform of this id; add it under 'platforms'");
            return;
        }
        checked.fields(node, where).forEach((feature, eras) -> readEras(platform, feature, eras));
    }

    private void readEras(String platform, String feature, Node node) {
        String where = platform + " / " + Checked.shown(feature);
        if (!hasFeature(feature)) {
            checked.fault(node.line(), where, "there is no feature of this id; add it under 'features'");
            return;
        }
        readCell(platform, feature, node, where);
    }

    private void readCell(String platform, String feature, Node node, String where) {
        Map<String, Node> eras = checked.fields(node, where, Set.of("now", "2013"));
        for (Era era : Era.values()) {
            Node value = eras.get(era.word());
            if (value == null) continue;
            var place = new Place(feature, platform, era);
            String cell = where + " / " + era.word();
            if (known.hasFinding(place)) checked.fault(value.line(), cell, "the catalogue has a finding here already");
            cells.put(place, readWritten(place, value, cell));
        }
    }

    /** A cell, the id of the column that says the same, or null where no source was found. */
    private Written readWritten(Place place, Node node, String where) {
        return switch (node) {
            case Node.Nothing _ -> new Written.Stated(Cell.NONE);
            case Node.Text(int line, String platform) -> {
                lines.put(place, line);
                if (!hasColumn(platform))
                    checked.fault(
                            line, where, "there is no platform '" + Checked.shown(platform) + "' to say the same as");
                yield new Written.As(platform);
            }
            default -> new Written.Stated(readCell(node, where));
        };
    }

    private Cell readCell(Node node, String where) {
        Map<String, Node> fields = checked.fields(
                node, where, Set.of("support", "note", "since", "grade", "evidence", "source", "conflict"));
        Support support = readSupport(fields, node.line(), where);
        List<Source> sources = readSources(fields, where);
        if (sources.isEmpty() && support != Support.UNKNOWN)
            checked.fault(node.line(), where, "'source' is missing; only an unknown cell may go without");
        return new Cell(
                support,
                checked.text(fields, "note", where, NOTE),
                checked.text(fields, "since", where, SINCE),
                checked.text(fields, "grade", where, NAME),
                readEvidence(fields, support, where),
                sources,
                readConflict(fields, where),
                "");
    }

    private Support readSupport(Map<String, Node> fields, int line, String where) {
        String word = checked.required(fields, "support", line, where, NAME);
        return Support.of(word).orElseGet(() -> {
            if (!word.isEmpty())
                checked.fault(
                        line,
                        where,
                        "'" + Checked.shown(word) + "' is none of "
                                + String.join(
                                        ", ",
                                        Stream.of(Support.values())
                                                .map(Support::word)
                                                .toList()));
            return Support.UNKNOWN;
        });
    }

    private Evidence readEvidence(Map<String, Node> fields, Support support, String where) {
        Evidence usual = support == Support.UNKNOWN ? Evidence.NONE : Evidence.STATED;
        Node node = fields.get("evidence");
        if (node == null) return usual;
        if (usual == Evidence.NONE) {
            checked.fault(node.line(), where, "'evidence' does not belong to a cell that is unknown");
            return usual;
        }
        String word = checked.text(node, "evidence", where, NAME);
        if (word.isEmpty() && !(node instanceof Node.Text)) return usual;
        for (Evidence evidence : List.of(Evidence.STATED, Evidence.ABSENT_FROM_LIST))
            if (evidence.word().equals(word)) return evidence;
        checked.fault(node.line(), where, "'evidence' is 'stated' or 'absent'");
        return usual;
    }

    private List<Source> readSources(Map<String, Node> fields, String where) {
        Node node = fields.get("source");
        if (node == null) return List.of();
        List<Node> nodes = node instanceof Node.Items(int _, List<Node> several) ? several : List.of(node);
        var sources = new ArrayList<Source>();
        for (Node one : nodes) sources.add(readSource(one, where));
        return sources;
    }

    private List<Contradiction> readConflict(Map<String, Node> fields, String where) {
        Node node = fields.get("conflict");
        if (node == null) return List.of();
        var conflict = new ArrayList<Contradiction>();
        for (Node one : checked.items(node, where + " / conflict")) {
            Map<String, Node> sides = checked.fields(one, where + " / conflict", Set.of("source", "says"));
            String says = checked.required(sides, "says", one.line(), where + " / conflict", NOTE);
            if (sides.get("source") instanceof Node source)
                conflict.add(new Contradiction(readSource(source, where + " / conflict"), says));
            else if (!Checked.isBroken(sides)) checked.fault(one.line(), where + " / conflict", "'source' is missing");
        }
        return conflict;
    }

    /** {@code edition:path#section}, or all of it written out. */
    private Source readSource(Node node, String where) {
        if (node instanceof Node.Text) return shortSource(node, where);
        if (!(node instanceof Node.Fields)) {
            checked.fault(node.line(), where, "a text edition:path or an object {…} belongs here");
            return new Source("", "", "", "", "");
        }
        Map<String, Node> fields =
                checked.fields(node, where + " / source", Set.of("title", "repo_or_url", "path", "version_or_commit"));
        String address = checked.required(fields, "repo_or_url", node.line(), where, ADDRESS);
        checked.web(address, node.line(), where);
        String version = checked.text(fields, "version_or_commit", where, TITLE);
        return new Source(
                checked.required(fields, "title", node.line(), where, TITLE),
                address,
                checked.text(fields, "path", where, ADDRESS),
                version,
                version.strip().split("\\s", 2)[0]);
    }

    private Source shortSource(Node node, String where) {
        String text = checked.text(node, "source", where, ADDRESS);
        if (text.isEmpty() && node instanceof Node.Text(int _, String value) && !value.isEmpty())
            return new Source("", "", "", "", ""); // too long, which is said
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        Edition edition = editions.getOrDefault(id, known.editions().get(id));
        if (edition != null) return edition.source(colon < 0 ? "" : text.substring(colon + 1));
        checked.fault(node.line(), where, "there is no edition '" + Checked.shown(id) + "'");
        return new Source("", "", "", "", "");
    }

    private boolean hasColumn(String id) {
        return columns.containsKey(id) || known.hasColumn(id);
    }

    private boolean hasFeature(String id) {
        return features.containsKey(id) || known.hasFeature(id);
    }
}
