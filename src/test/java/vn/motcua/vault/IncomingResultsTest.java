package vn.motcua.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.document.SamplePapers;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.Signer;
import vn.motcua.signature.SignerAway;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

@WholeProgram
class IncomingResultsTest {

    private static final String COURT = "Tòa án nhân dân khu vực 1";
    private static final String MAY = "010198999001";

    private final IncomingResults incoming;
    private final VaultDesk vault;
    private final PdfSigning signing;
    private final Signer signer;
    private final TaVan taVan;
    private final TestClock clock;

    @Autowired
    IncomingResultsTest(
            IncomingResults incoming,
            VaultDesk vault,
            PdfSigning signing,
            Signer signer,
            TaVan taVan,
            TestClock clock) {
        this.incoming = incoming;
        this.vault = vault;
        this.signing = signing;
        this.signer = signer;
        this.taVan = taVan;
        this.clock = clock;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aResultWithTheIssuersSignatureLandsOnceAndIsOffered() throws Exception {
        var paper = signed(COURT);
        var statement = statement(COURT, body(paper, "77/2026/QĐ-TA"));

        var first = incoming.take(new ByteArrayInputStream(paper), statement);
        var again = incoming.take(new ByteArrayInputStream(paper), statement);

        assertThat(first).isEqualTo(new IncomingResults.Landed(COURT, true));
        assertThat(again.isNew()).isFalse();
        assertThat(vault.offers(may(), Set.of("KQ.TAND.000001")))
                .filteredOn(it -> it.number().equals("77/2026/QĐ-TA"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.issuer()).isEqualTo(COURT);
                    assertThat(it.origin()).isEqualTo(VaultEntry.Origin.ELSEWHERE);
                    assertThat(it.data().getFirst().words()).isEqualTo("Giàng A Sình");
                });
    }

    @Test
    void whoDidNotSignThePaperIsNoIssuer() throws Exception {
        var paper = signed(COURT);

        refuses(VaultRefusal.VAULT_ISSUER_DID_NOT_SIGN, paper, statement("Sở Tư pháp tỉnh X", body(paper, "78/2026")));
    }

    /** Both signatures hold; a certificate says who somebody is and not what they may issue. */
    @Test
    void whoIsNotListedForThatKindOfResultSendsNothing() throws Exception {
        var company = "Công ty TNHH Mua Bán Nợ";
        var bought = signed(company);
        refuses(VaultRefusal.VAULT_ISSUER_NOT_LISTED, bought, statement(company, body(bought, "84/2026")));
        var commune = "Ủy ban nhân dân xã Y";
        var divorce = signed(commune);
        refuses(VaultRefusal.VAULT_ISSUER_OF_ANOTHER_KIND, divorce, statement(commune, body(divorce, "85/2026")));

        assertThat(vault.offers(may(), Set.of("KQ.TAND.000001")))
                .extracting(VaultEntry::number)
                .doesNotContain("84/2026", "85/2026");
    }

    /** Many agencies are called so. */
    @Test
    void anIssuerWithACommaInItsNameIsKnownByIt() throws Exception {
        var agency = "Sở Văn hóa, Thể thao và Du lịch tỉnh X";
        var paper = signed(agency);

        assertThat(incoming.take(new ByteArrayInputStream(paper), statement(agency, body(paper, "86/2026"))))
                .isEqualTo(new IncomingResults.Landed(agency, true));
    }

    @Test
    void aPaperOfAnotherPersonCannotBePutIntoAVault() throws Exception {
        var paper = signed(COURT);
        var body = body(paper, "79/2026");
        var parts = statement(COURT, body).split("\\.", -1);
        var forged = parts[0] + "." + Base64URL.encode(body.replace(MAY, "010095999002")) + "." + parts[2];

        refuses(VaultRefusal.VAULT_STATEMENT_NOT_BELIEVED, paper, forged);
    }

    @Test
    void aStatementIsAboutItsOwnFile() throws Exception {
        var one = signed(COURT);
        var other = signed("Tòa án nhân dân khu vực 2");

        refuses(VaultRefusal.VAULT_STATEMENT_OF_ANOTHER_FILE, other, statement(COURT, body(one, "80/2026")));
    }

    @Test
    void anUnsignedOrAlteredPaperIsRefusedWithTheReason() throws Exception {
        var unsigned = SamplePapers.resultToSign();
        assertThatThrownBy(() ->
                        incoming.take(new ByteArrayInputStream(unsigned), statement(COURT, body(unsigned, "81/2026"))))
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.code()).isEqualTo(VaultRefusal.VAULT_RESULT_NOT_VALID);
                    assertThat(it.arguments()).hasSize(1);
                });
        var altered = signed(COURT);
        altered[altered.length / 4] ^= 1;
        refuses(VaultRefusal.VAULT_RESULT_NOT_VALID, altered, statement(COURT, body(altered, "82/2026")));
    }

    @Test
    void whatTheStatementLacksIsNamed() throws Exception {
        var paper = signed(COURT);

        assertThatThrownBy(() -> incoming.take(
                        new ByteArrayInputStream(paper),
                        statement(COURT, body(paper, "83/2026").replace("issuedOn", "ngay"))))
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.code()).isEqualTo(VaultRefusal.VAULT_STATEMENT_LACKS);
                    assertThat(it.arguments().getFirst()).isEqualTo("issuedOn");
                });
        refuses(VaultRefusal.VAULT_STATEMENT_NOT_BELIEVED, paper, "khong.phai.jws");
    }

    private SignedIn.Citizen may() {
        return taVan.birth("Lý Thị Mẩy").who;
    }

    private byte[] signed(String agency) throws SignerAway {
        return signing.sign(
                SamplePapers.resultToSign(),
                Signatory.person(new UUID(7, 1), "Nguyễn Văn Tòa", "Thẩm phán", agency),
                agency(agency),
                clock.instant());
    }

    private static Signatory agency(String name) {
        return Signatory.agency(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
    }

    private static String body(byte[] paper, String number) throws GeneralSecurityException {
        return """
                {"sha256": "%s", "owner": {"kind": "PERSON", "number": "%s"}, "kind": "KQ.TAND.000001",
                 "name": {"vi": "Quyết định công nhận thuận tình ly hôn", "en": "Divorce decision"},
                 "number": "%s", "issuedOn": "2026-11-20",
                 "data": [{"name": "husband.fullName", "label": "Họ tên người chồng", "value": "Giàng A Sình"}]}
                """.formatted(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper)), MAY, number);
    }

    private String statement(String agency, String body)
            throws SignerAway, JOSEException, GeneralSecurityException, java.text.ParseException {
        var chain = new ArrayList<Base64>();
        for (X509Certificate it : signer.certificates(agency(agency))) {
            chain.add(Base64.encode(it.getEncoded()));
        }
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).x509CertChain(chain).build();
        var unsigned = new JWSObject(header, new Payload(body));
        var der = signer.sign(agency(agency), unsigned.getSigningInput());
        var signature = Base64URL.encode(ECDSA.transcodeSignatureToConcat(der, 64));
        return new JWSObject(header.toBase64URL(), new Payload(body).toBase64URL(), signature).serialize();
    }

    private void refuses(VaultRefusal code, byte[] paper, String statement) {
        assertThatThrownBy(() -> incoming.take(new ByteArrayInputStream(paper), statement))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
