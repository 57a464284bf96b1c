package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/** Puts the blocks of buffered series into their tables. */
final class BlockWriter implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement block;
    private final PreparedStatement data;

    BlockWriter(Connection connection) throws SQLException {
        this.connection = connection;
        block = connection.prepareStatement(
                "INSERT INTO block (series_id, samples, facets, crc) VALUES (?,?,?,?)",
                Statement.RETURN_GENERATED_KEYS);
        data = connection.prepareStatement("INSERT INTO block_data (block_id, data) VALUES (?,?)");
    }

    /** Empties the buffers, and adds what they held to their sets' totals. */
    void write(Collection<SeriesBuffer> buffers) throws SQLException {
        List<SeriesBuffer> filled =
                buffers.stream().filter(buffer -> !buffer.isEmpty()).toList();
        List<SeriesBuffer.Pieces> cut =
                filled.parallelStream().map(SeriesBuffer::cut).toList();
        for (int i = 0; i < filled.size(); i++) {
            SeriesBuffer series = filled.get(i);
            if (series.id < 0) series.id = insertSeries(series);
            SeriesBuffer.Pieces pieces = cut.get(i);
            for (SeriesBuffer.Piece piece : pieces.pieces()) write(series.id, piece);
            series.set.print.add(pieces.print());
            series.set.samples += pieces.samples();
            series.set.missing += pieces.missing();
        }
    }

    private long insertSeries(SeriesBuffer series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (set_id, configuration_id, benchmark, metric, unit, better) VALUES (?,?,?,?,?,?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, series.set.id);
            insert.setLong(2, series.configuration);
            insert.setString(3, series.benchmark);
            insert.setString(4, series.metric.name());
            insert.setString(5, series.metric.unit());
            insert.setString(6, series.metric.better().word());
            return inserted(insert);
        }
    }

    private void write(long series, SeriesBuffer.Piece piece) throws SQLException {
        block.setLong(1, series);
        block.setInt(2, piece.samples());
        block.setString(3, piece.facets());
        block.setLong(4, piece.crc());
        data.setLong(1, inserted(block));
        data.setBytes(2, piece.data());
        data.executeUpdate();
    }

    private static long inserted(PreparedStatement insert) throws SQLException {
        insert.executeUpdate();
        try (var key = insert.getGeneratedKeys()) {
            key.next();
            return key.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        block.close();
        data.close();
    }
}
