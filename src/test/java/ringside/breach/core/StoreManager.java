package ringside.breach.core;

import com.fasterxml.jackson.core.JsonFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.snakeyaml.engine.v2.api.Load;
import ringside.breach.cli.Command;
import ringside.breach.ui.Pane;

/** A core with a toolkit, a database and the shells above it. */
record StoreManager(
        java.sql.Connection connection,
        JsonFactory json,
        CsvWriter csv,
        Load yaml,
        Command command,
        Pane pane,
        java.awt.Color colour,
        NormalDistribution bell) {}
