package ringside.ui.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.guest.Display;
import ringside.core.guest.Guest;
import ringside.core.guest.Guests;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Size;

class FormTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatStandsInTheFieldsOfAGuestIsThatGuest(long seed) {
        Guest guest = seed % 2 == 0 ? Guests.plain(seed) : Guests.hostile(seed);

        FormReading.Result read = FormReading.read(Form.of(guest), Guest.named("other"));

        assertEquals(Map.of(), read.problems());
        assertEquals(guest, read.guest());
    }

    @Test
    void aWrongNumberIsNamedWithWhatIsAllowedAndEverythingElseGoesOn() {
        Guest before = Guest.named("one");
        Form form = Form.of(before).with("cpu.vcpus", "abc").with("memory.size", "4 GiB");

        FormReading.Result read = FormReading.read(form, before);

        assertEquals(Map.of("cpu.vcpus", "\"abc\"; allowed is a whole number"), read.problems());
        assertEquals(before.cpu(), read.guest().cpu());
        assertEquals(Size.ofGib(4), read.guest().memory().size());
    }

    @Test
    void settingsThatDoNotGoTogetherAreNamedWhereTheGuestRefusesThem() {
        Guest before = Guest.named("one");
        Form form = Form.of(before).with("cpu.vcpus", "4").with("cpu.topology.sockets", "3");

        FormReading.Result read = FormReading.read(form, before);

        assertTrue(String.valueOf(read.problems().get("cpu.topology"))
                .contains("are 3 vCPUs; allowed are layouts of all 4 vCPUs"));
        assertEquals(before, read.guest());
    }

    @Test
    void aBlankLayoutFollowsTheVcpus() {
        Form form = Form.of(Guest.named("one")).with("cpu.vcpus", "6");

        assertEquals(
                6,
                FormReading.read(form, Guest.named("one"))
                        .guest()
                        .cpu()
                        .layout()
                        .cores());
    }

    @Test
    void aPartOfALayoutThatIsBlankIsOne() {
        Form form = Form.of(Guest.named("one")).with("cpu.topology.sockets", "2");
        assertEquals("", form.text("cpu.topology.cores"));

        FormReading.Result read = FormReading.read(form.with("cpu.topology.cores", ""), Guest.named("one"));

        assertEquals(Map.of(), read.problems());
        assertEquals(2, read.guest().cpu().layout().sockets());
    }

    @Test
    void whatIsNotChosenAtPresentKeepsItsText() {
        Guest before = Guest.named("one");
        Form form = Form.of(before)
                .with("devices.video", "virtio")
                .with("display", "vnc")
                .with("display.port", "5907")
                .with("display", "none");
        assertEquals(new Display.None(), FormReading.read(form, before).guest().display());

        Form again = form.with("display", "vnc");

        assertEquals(
                new Display.Vnc("127.0.0.1", 5907),
                FormReading.read(again, before).guest().display());
    }

    @Test
    void entriesAreRemovedAndChangePlacesWithTheirTexts() {
        Form form = new Form(Map.of())
                .added("nics", Map.of("network", "bridge", "network.bridge", "br1"))
                .added("nics", Map.of("model", "e1000"))
                .added("nics", Map.of("model", "rtl8139"));

        Form raised = form.raised("nics", 1);
        assertEquals("e1000", raised.text("nics[0].model"));
        assertEquals("br1", raised.text("nics[1].network.bridge"));
        Form removed = raised.removed("nics", 0);

        assertEquals(2, removed.count("nics"));
        assertEquals("br1", removed.text("nics[0].network.bridge"));
        assertEquals("rtl8139", removed.text("nics[1].model"));
    }

    @Test
    void addressesThatComeFromTheNameAreLeftBlankAndFollowIt() {
        Guest before = Guest.named("one").withNics(Nic.on(Network.User.PLAIN));
        Form form = Form.of(before);
        assertFalse(form.has("nics[0].mac"));

        Guest renamed = FormReading.read(form.with("name", "two"), before).guest();

        assertEquals(Guest.named("two").withNics(Nic.on(Network.User.PLAIN)).nics(), renamed.nics());
    }
}
