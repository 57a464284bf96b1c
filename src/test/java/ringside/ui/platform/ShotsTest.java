package ringside.ui.platform;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;
import javafx.application.Application;
import javafx.scene.*;
import javafx.scene.image.*;
import javafx.scene.layout.*;
import javafx.stage.Stage;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.*;
import ringside.core.platform.*;

@ExtendWith(ApplicationExtension.class)
class ShotsTest {
    static final PlatformView.Ways WAYS = new PlatformView.Ways() {
        public void cells(List<String> p) {}

        public void figures(List<String> p) {}

        public void browse(String a) {}
    };

    @Start
    void start(Stage stage) {}

    @Test
    void shots(FxRobot robot) {
        robot.interact(() -> {
            for (String theme : List.of("light", "dark")) {
                Application.setUserAgentStylesheet(
                        theme.equals("light")
                                ? new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet()
                                : new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet());
                var book = Handbook.bundled();
                for (double width : new double[] {1204, 1844}) {
                    for (Profile profile : book.profiles())
                        shoot(new PlatformView(profile, WAYS), width, profile.id() + "-" + theme + "-" + (int) width);
                    shoot(new TheoryView(book.theory(), a -> {}), width, "theory-" + theme + "-" + (int) width);
                }
                if (theme.equals("light"))
                    for (Profile p : book.profiles())
                        for (Drawing d : p.drawings()) {
                            var v = new DrawingView(d);
                            var b = new VBox(v);
                            shoot2(b, 740, "d-" + d.id());
                        }
            }
        });
    }

    static void shoot(BorderPane view, double width, String name) {
        var content = ((javafx.scene.control.ScrollPane) view.getCenter()).getContent();
        ((javafx.scene.control.ScrollPane) view.getCenter()).setContent(null);
        shoot2((Region) content, width, name);
    }

    static void shoot2(Region content, double width, String name) {
        var root = new StackPane(content);
        root.getStyleClass().add("workbench");
        StackPane.setAlignment(content, javafx.geometry.Pos.TOP_LEFT);
        var scene = new Scene(root, width, 400);
        scene.getStylesheets().addAll("/ringside/ui/ringside.css", "/ringside/ui/platform.css");
        root.applyCss();
        root.layout();
        double h = content.prefHeight(Math.min(width, content.maxWidth(-1)));
        root.resize(width, h);
        root.layout();
        var image = new WritableImage((int) width, (int) h);
        var p = new SnapshotParameters();
        root.snapshot(p, image);
        write(image, Path.of("/tmp/shots", name + ".png"));
    }

    static void write(Image image, Path file) {
        int w = (int) image.getWidth(), h = (int) image.getHeight();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (int y = 0; y < h; y++) {
                out.write(0);
                for (int x = 0; x < w; x++) {
                    int a = image.getPixelReader().getArgb(x, y);
                    out.write(a >> 16);
                    out.write(a >> 8);
                    out.write(a);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10});
            var head = new ByteArrayOutputStream();
            var d = new DataOutputStream(head);
            d.writeInt(w);
            d.writeInt(h);
            d.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", bytes.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        out.writeInt(data.length);
        byte[] t = type.getBytes("US-ASCII");
        out.write(t);
        out.write(data);
        var crc = new CRC32();
        crc.update(t);
        crc.update(data);
        out.writeInt((int) crc.getValue());
    }
}
