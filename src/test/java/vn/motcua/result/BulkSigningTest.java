package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.SamplePapers;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.organization.Units;
import vn.motcua.shared.Messages;
import vn.motcua.signature.BareLibrary;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;
import vn.motcua.signature.Signings;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Five hundred results signed with one word, broken off in the middle, none twice; its rate beside that of the bare library. */
@WholeProgram
@Tag("long")
class BulkSigningTest {

    private static final int ALL = 500;
    private static final int BROKEN_OFF_AT = 180;

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private Signings signings;

    @Autowired
    private ResultStore store;

    @Autowired
    private StoredFiles files;

    @Autowired
    private FileStore contents;

    @Autowired
    private FileSweep sweep;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Units units;

    @Autowired
    private Messages messages;

    @Autowired
    private Clock anyClock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void fiveHundredAreSignedOnceEachAtAboutTheRateOfTheLibrary() throws Exception {
        clock.set("2026-11-23T08:00");
        var lives = new ArrayList<TaVan.Life>();
        for (int i = 0; i < ALL; i++) {
            lives.add(
                    taVan.birth("Lý Thị Mẩy").received().appraised().approved().resultWaiting("B" + i + "/2026"));
        }
        taVan.ordered(lives);
        var asked = new ArrayList<String>();
        var broken = rounds(signings.archiving(it -> {
            asked.add(it);
            if (asked.size() == 2 * BROKEN_OFF_AT) {
                throw new StackOverflowError("killed");
            }
        }));
        assertThatThrownBy(broken::go).isInstanceOf(StackOverflowError.class);
        assertThat(states(lives).get(ResultState.ISSUED)).isEqualTo(BROKEN_OFF_AT - 1L);
        clock.advance(Duration.ofMinutes(3));

        var seconds = timed(() -> rounds(signings.archiving(asked::add)).go());

        assertThat(states(lives)).containsExactly(java.util.Map.entry(ResultState.ISSUED, (long) ALL));
        var leaders = asked.stream().filter(it -> it.startsWith("PERSON")).toList();
        assertThat(leaders).as("one was in hand when it stopped").hasSize(ALL + 1);
        assertThat(new HashSet<>(leaders)).as("and signed the same bytes again").hasSize(ALL);
        assertThat(new String(lives.getLast().signedFile(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .as("proofs for the archive")
                .contains("/ETSI.RFC3161");
        var rate = (ALL - BROKEN_OFF_AT + 1) / seconds;
        var bare = bare();
        assertThat(rate / bare)
                .as("%.1f results a second in the program, %.1f by the library alone", rate, bare)
                .isGreaterThan(0.8);
        Files.writeString(
                Path.of("target/bulk-signing.md"),
                "%.1f results a second in the program, %.1f by the library alone: %.2f%n"
                        .formatted(rate, bare, rate / bare));
    }

    /** The library itself: two signatures and the proofs for the archive on the same kind of paper, and nothing else. */
    private double bare() throws Exception {
        var library = signings.bare();
        var paper = SamplePapers.resultToSign();
        var leader = Signatory.person(UUID.randomUUID(), "Vàng A Sùng", "Chủ tịch", "Ủy ban nhân dân xã Tả Van");
        var agency = Signatory.agency(UUID.randomUUID(), "Ủy ban nhân dân xã Tả Van");
        var count = 100;
        var last = new byte[1][];
        var seconds = timed(() -> {
            for (int i = 0; i < count; i++) {
                last[0] = sign(library, paper, leader, agency);
            }
        });
        assertThat(new String(last[0], java.nio.charset.StandardCharsets.ISO_8859_1))
                .as("proofs for the archive, as the program makes them")
                .contains("/ETSI.RFC3161");
        return count / seconds;
    }

    private byte[] sign(BareLibrary library, byte[] paper, Signatory leader, Signatory agency) {
        try {
            return library.sign(paper, leader, agency, clock.instant());
        } catch (SignerAway | IOException e) {
            throw new java.io.UncheckedIOException(new IOException(e));
        }
    }

    private static double timed(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static java.util.Map<ResultState, Long> states(List<TaVan.Life> lives) {
        return lives.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        it -> it.registered().state(), java.util.stream.Collectors.counting()));
    }

    private SigningRounds rounds(PdfSigning signing) {
        return new SigningRounds(
                store, signing, files, contents, sweep, specialist, accounts, units, messages, anyClock, transactions);
    }
}
