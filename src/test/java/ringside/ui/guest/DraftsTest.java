package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.guest.Guest;
import ringside.ui.kit.Background;

class DraftsTest {
    @TempDir
    Path folder;

    @Test
    void theNewestDraftComesFirstAndFilesThatAreNoneAreLeftAlone() throws IOException {
        var drafts = new Drafts(folder.resolve("drafts"));
        assertEquals(List.of(), drafts.all());
        drafts.keep(draft("old", "2026-01-01T00:00:00Z"));
        drafts.keep(draft("new", "2026-01-02T00:00:00Z"));
        Path broken = Files.writeString(folder.resolve("drafts/guest-broken.json"), "{\"ringside-draft\": \"1\"");

        assertEquals(
                List.of("new", "old"),
                drafts.all().stream().map(draft -> draft.guest().name()).toList());
        assertEquals("{\"ringside-draft\": \"1\"", Files.readString(broken));
    }

    @Test
    void theLastChangeIsKeptHoweverManyCameWhileAnotherWasWritten() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var background = new Background(waiting::add, Runnable::run);
        var drafts = new Drafts(folder);
        var model = new WizardModel(Guest.named("guest"));
        var keeper = new DraftKeeper(model, drafts, background, trouble -> {
            throw trouble;
        });
        for (String name : List.of("a", "ab", "abc")) {
            model.type("name", name);
            keeper.keep();
        }

        while (!waiting.isEmpty()) waiting.remove().run();

        assertEquals(
                List.of("abc"),
                drafts.all().stream().map(draft -> draft.guest().name()).toList());
        model.saved(model.state().form(), Path.of("/tmp/abc.yaml"));
        keeper.keep();
        while (!waiting.isEmpty()) waiting.remove().run();
        assertEquals(List.of(), drafts.all());
    }

    private static Draft draft(String name, String time) {
        Guest guest = Guest.named(name);
        return new Draft("guest-" + name, Instant.parse(time), guest, Form.of(guest), Step.PURPOSE);
    }
}
