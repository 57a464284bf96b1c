package ringside.breach.cli;

import com.jcraft.jsch.Session;
import com.sun.jna.Pointer;
import javafx.scene.Node;
import javax.xml.stream.XMLStreamReader;
import ringside.breach.adapter.jdbc.Table;
import ringside.breach.ui.Pane;

/** A command that shows windows, reaches hosts and reads XML by itself. */
public record Command(Node node, Pane pane, Table table, Session session, Pointer pointer, XMLStreamReader xml) {}
