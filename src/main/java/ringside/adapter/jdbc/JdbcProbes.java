package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import ringside.core.feature.Probed;
import ringside.core.host.HostFacts;
import ringside.core.host.Target;
import ringside.core.json.Json;
import ringside.core.probe.ProbeReport;
import ringside.core.probe.ProbeStore;

/** What live hosts said, in the same database as the results. */
final class JdbcProbes implements ProbeStore {
    private final Connections connections;

    JdbcProbes(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void keep(ProbeReport report) {
        connections.run(connection -> {
            connection.setAutoCommit(false);
            try {
                long id = insert(connection, report);
                insertAnswers(connection, id, report.probed());
                insertTroubles(connection, id, report.troubles());
                connection.commit();
            } finally {
                connection.rollback();
            }
        });
    }

    private static long insert(Connection connection, ProbeReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO probe_report (host, target, asked, took_ms, facts) VALUES (?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, report.host().name());
            insert.setString(2, report.host().target().text());
            insert.setString(3, report.time().toString());
            insert.setLong(4, report.took().toMillis());
            insert.setString(5, Json.compact(report.host().facts()));
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                if (!key.next()) throw new SQLException("the database gave the report no number");
                return key.getLong(1);
            }
        }
    }

    private static void insertAnswers(Connection connection, long report, List<Probed> answers) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO probe_answer VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Probed answer : answers) {
                insert.setLong(1, report);
                insert.setString(2, answer.feature());
                insert.setString(3, answer.platform());
                insert.setString(4, answer.verdict().word());
                insert.setString(5, answer.command());
                insert.setString(6, answer.answer());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertTroubles(Connection connection, long report, List<ProbeReport.Trouble> troubles)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO probe_trouble VALUES (?, ?, ?, ?, ?)")) {
            for (ProbeReport.Trouble trouble : troubles) {
                insert.setLong(1, report);
                insert.setString(2, trouble.probe());
                insert.setString(3, trouble.command());
                insert.setString(4, trouble.problem());
                insert.setString(5, trouble.remedy());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void keep(List<Probed> tried) {
        connections.run(connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO trial_answer (host, feature, platform, verdict, command, answer, tried, log)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Probed one : tried) {
                    insert.setString(1, one.host());
                    insert.setString(2, one.feature());
                    insert.setString(3, one.platform());
                    insert.setString(4, one.verdict().word());
                    insert.setString(5, one.command());
                    insert.setString(6, one.answer());
                    insert.setString(7, one.time().toString());
                    insert.setString(8, one.log());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } finally {
                connection.rollback();
            }
        });
    }

    @Override
    public List<ProbeReport> reports(String host) {
        return connections.use(connection -> {
            var reports = new ArrayList<ProbeReport>();
            try (PreparedStatement read = connection.prepareStatement(
                    "SELECT id, host, target, asked, took_ms, facts FROM probe_report WHERE host = ? OR ? = ''"
                            + " ORDER BY id DESC")) {
                read.setString(1, host);
                read.setString(2, host);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) reports.add(report(connection, row));
                }
            }
            return reports;
        });
    }

    private static ProbeReport report(Connection connection, ResultSet row) throws SQLException {
        long id = row.getLong(1);
        var host = new HostFacts(row.getString(2), Target.parse(row.getString(3)), Json.texts(row.getString(6)));
        return new ProbeReport(
                host,
                Instant.parse(row.getString(4)),
                Duration.ofMillis(row.getLong(5)),
                answers(connection, id),
                troubles(connection, id));
    }

    private static List<Probed> answers(Connection connection, long report) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ANSWERS + " WHERE r.id = ? ORDER BY 1, 2")) {
            read.setLong(1, report);
            return answers(read);
        }
    }

    private static List<ProbeReport.Trouble> troubles(Connection connection, long report) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "SELECT probe, command, problem, remedy FROM probe_trouble WHERE report_id = ? ORDER BY probe")) {
            read.setLong(1, report);
            var troubles = new ArrayList<ProbeReport.Trouble>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next())
                    troubles.add(new ProbeReport.Trouble(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
            return troubles;
        }
    }

    private static final String ANSWERS =
            "SELECT a.feature, a.platform, a.verdict, a.command, a.answer, r.host, r.asked, ''"
                    + " FROM probe_answer a JOIN probe_report r ON r.id = a.report_id";

    private static final String ASKED = ANSWERS
            + " WHERE (r.host = ? OR ? = '') AND NOT EXISTS (SELECT 1 FROM probe_answer later"
            + " JOIN probe_report lr ON lr.id = later.report_id WHERE lr.host = r.host"
            + " AND later.feature = a.feature AND later.platform = a.platform"
            + " AND later.report_id > a.report_id)";

    private static final String TRIED =
            "SELECT t.feature, t.platform, t.verdict, t.command, t.answer, t.host, t.tried, t.log"
                    + " FROM trial_answer t WHERE (t.host = ? OR ? = '') AND NOT EXISTS (SELECT 1 FROM trial_answer later"
                    + " WHERE later.host = t.host AND later.feature = t.feature AND later.platform = t.platform"
                    + " AND later.id > t.id)";

    /** A cell of a host. */
    private record Place(String host, String feature, String platform) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::host).thenComparing(Place::feature).thenComparing(Place::platform);

        static Place of(Probed one) {
            return new Place(one.host(), one.feature(), one.platform());
        }
    }

    @Override
    public List<Probed> latest(String host) {
        return connections.use(connection -> {
            var latest = new TreeMap<Place, Probed>(Place.ORDER);
            for (String query : List.of(ASKED, TRIED))
                try (PreparedStatement read = connection.prepareStatement(query)) {
                    read.setString(1, host);
                    read.setString(2, host);
                    answers(read).forEach(one -> latest.put(Place.of(one), one));
                }
            return List.copyOf(latest.values());
        });
    }

    private static List<Probed> answers(PreparedStatement read) throws SQLException {
        var answers = new ArrayList<Probed>();
        try (ResultSet row = read.executeQuery()) {
            while (row.next())
                answers.add(new Probed(
                        row.getString(1),
                        row.getString(2),
                        verdict(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Instant.parse(row.getString(7)),
                        row.getString(8)));
        }
        return answers;
    }

    private static Probed.Verdict verdict(String word) throws SQLException {
        return Stream.of(Probed.Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new SQLException("no verdict is called " + word));
    }
}
