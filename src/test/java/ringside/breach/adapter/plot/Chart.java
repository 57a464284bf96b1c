package ringside.breach.adapter.plot;

/** A chart that asks the database itself. */
public record Chart(java.sql.ResultSet rows) {}
