package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.RingsideException;

class ClaimFileTest {
    private static final String MINE =
            "ringside-claims: 1\nclaims:\n  - {id: mine, text: Xen is best, test: most, classes: [disk], platform: [xen-pv],"
                    + " against: [kvm]}\n";

    @Test
    void theStudysSixFindingsAreThere() {
        assertEquals(6, ClaimFile.bundled().size());
        for (Claim claim : ClaimFile.bundled()) assertTrue(claim.source().contains("Opsahl"), claim.source());
    }

    @Test
    void aClaimOfOnesOwnIsReadFromTheSameForm() {
        assertEquals("mine", ClaimFile.read("mine.yaml", MINE).getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "classes: [disk] | classes: [disks] | classes: cpu, memory",
                "test: most | test: always | test: most, setting or none",
                "id: mine, | '' | id is missing",
                "against: [kvm] | against: kvm | against: a list",
                "text: | words: | unknown key",
                "ringside-claims: 1 | ringside-claims: 3 | this version of Ringside reads 1",
            })
    void aWrongClaimIsRefusedByItsLine(String right, String wrong, String reason) {
        var refused =
                assertThrows(RingsideException.class, () -> ClaimFile.read("mine.yaml", MINE.replace(right, wrong)));
        assertTrue(refused.problem().matches("(?s)mine.yaml, line \\d: .*"), refused.problem());
        assertTrue(refused.problem().contains(reason), refused.problem());
    }

    @Test
    void chanceIsThatOfACoin() {
        assertEquals(1.0 / 1024, Ballot.chance(10, 10));
        assertEquals(11.0 / 1024, Ballot.chance(9, 10));
        assertEquals(1, Ballot.chance(0, 0));
    }
}
