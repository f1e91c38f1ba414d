package vn.motcua.vault;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileId;
import vn.motcua.document.Uploads;
import vn.motcua.form.Words;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.SignedStatements;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;

/**
 * Results that other agencies issued, for the vaults of their owners. The file must be validly signed, and so must the statement
 * whose it is; both by the same agency, which is the issuer that the vault names and one that may issue such results ({@link Issuers}). So
 * nobody puts a paper of somebody else into a vault, and no organisation one that it has no say in.
 */
@Service
public class IncomingResults {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 300;
    private static final int MOST_FACTS = 100;

    private final SignedStatements statements;
    private final Validation validation;
    private final Uploads uploads;
    private final Vaults vaults;
    private final Issuers issuers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IncomingResults(
            SignedStatements statements,
            Validation validation,
            Uploads uploads,
            Vaults vaults,
            Issuers issuers,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.statements = statements;
        this.validation = validation;
        this.uploads = uploads;
        this.vaults = vaults;
        this.issuers = issuers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of it.
     *
     * @param issuer the agency as its certificate says
     * @param isNew whether it was not there before
     */
    public record Landed(String issuer, boolean isNew) {}

    /**
     * Takes a result in, or refuses with the reason. The same again changes nothing.
     *
     * @param content the PDF; read once, not closed
     * @param jws the issuer's statement about it
     */
    public Landed take(InputStream content, String jws) {
        var now = clock.instant();
        var statement =
                statements.read(jws, now).orElseThrow(() -> new Refused(VaultRefusal.VAULT_STATEMENT_NOT_BELIEVED));
        var said = said(statement.content());
        mustBeListed(statement.agency(), text(said, "kind"));
        var file = uploads.look(content, uploads.usualLimits());
        if (!Sha256.hex(file).equals(text(said, "sha256").toLowerCase(Locale.ROOT))) {
            throw new Refused(VaultRefusal.VAULT_STATEMENT_OF_ANOTHER_FILE);
        }
        var judged = validation.judge(file, now);
        if (judged.verdict() != Verdict.VALID) {
            throw new Refused(VaultRefusal.VAULT_RESULT_NOT_VALID, words(judged));
        }
        if (judged.signatures().stream().noneMatch(it -> by(it, statement.agency()))) {
            throw new Refused(
                    VaultRefusal.VAULT_ISSUER_DID_NOT_SIGN,
                    statement.agency(),
                    judged.signatures().stream().map(it -> signer(it)).collect(Collectors.joining(", ")));
        }
        var entry = entry(said, statement.agency());
        var stored = uploads.accept(
                new ByteArrayInputStream(file),
                entry.apply(new UUID(0, 0), "0".repeat(64)).name().vi() + ".pdf",
                uploads.usualLimits(),
                Scope.of(TenantId.NATIONAL));
        var landed = Scope.of(TenantId.NATIONAL)
                .call(() -> Objects.requireNonNull(transaction.execute(
                        _ -> vaults.land(entry.apply(Ids.next(), stored.id().sha256())))));
        return new Landed(statement.agency(), landed);
    }

    private void mustBeListed(String agency, String kind) {
        switch (issuers.mayIssue(agency, kind)) {
            case MAY -> {}
            case ANOTHER_KIND -> throw new Refused(VaultRefusal.VAULT_ISSUER_OF_ANOTHER_KIND, agency, kind);
            case UNKNOWN -> throw new Refused(VaultRefusal.VAULT_ISSUER_NOT_LISTED, agency);
        }
    }

    private interface Made {
        VaultEntry apply(UUID id, String file);
    }

    /** Everything that the statement says, read before anything is kept. */
    private Made entry(JsonNode said, String issuer) {
        var owner = new VaultOwner(ownerKind(said.path("owner")), ownerNumber(said.path("owner")));
        var name = new Words(text(said.path("name"), "vi"), text(said.path("name"), "en"));
        var kind = text(said, "kind");
        var number = text(said, "number");
        var issuedOn = day(said, "issuedOn");
        var validUntil =
                said.hasNonNull("validUntil") ? Optional.of(day(said, "validUntil")) : Optional.<LocalDate>empty();
        var data = data(said.path("data"));
        return (id, file) -> new VaultEntry(
                id,
                owner,
                VaultEntry.Origin.ELSEWHERE,
                List.of(kind),
                name,
                issuer,
                number,
                issuedOn,
                validUntil,
                FileId.of(file),
                true,
                "",
                1,
                Optional.empty(),
                "",
                data,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private static JsonNode said(String content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException _) {
            throw new Refused(VaultRefusal.VAULT_STATEMENT_LACKS, "JSON");
        }
    }

    private static VaultOwner.Kind ownerKind(JsonNode owner) {
        return switch (text(owner, "kind")) {
            case "PERSON" -> VaultOwner.Kind.PERSON;
            case "ORGANISATION" -> VaultOwner.Kind.ORGANISATION;
            default -> throw new Refused(VaultRefusal.VAULT_STATEMENT_LACKS, "owner.kind");
        };
    }

    private static String ownerNumber(JsonNode owner) {
        var number = text(owner, "number");
        var shape = text(owner, "kind").equals("PERSON") ? "\\d{12}" : "\\d{10}(-?\\d{3})?";
        if (!number.matches(shape)) {
            throw new Refused(VaultRefusal.VAULT_STATEMENT_LACKS, "owner.number");
        }
        return number;
    }

    private static LocalDate day(JsonNode said, String name) {
        try {
            return LocalDate.parse(text(said, name));
        } catch (DateTimeParseException _) {
            throw new Refused(VaultRefusal.VAULT_STATEMENT_LACKS, name);
        }
    }

    private static List<VaultEntry.Datum> data(JsonNode said) {
        var data = new ArrayList<VaultEntry.Datum>();
        said.values().stream()
                .limit(MOST_FACTS)
                .forEach(it -> data.add(new VaultEntry.Datum(
                        text(it, "name"), text(it, "label"), text(it, "value"), text(it, "value"))));
        return data;
    }

    private static String text(JsonNode said, String name) {
        var value = said.path(name);
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > LONGEST) {
            throw new Refused(VaultRefusal.VAULT_STATEMENT_LACKS, name);
        }
        return value.asString().strip();
    }

    private static boolean by(Judgement.One signature, String agency) {
        var issuer = Issuers.plain(agency);
        return Issuers.plain(signature.agency()).equals(issuer)
                || Issuers.plain(signature.name()).equals(issuer);
    }

    private static String signer(Judgement.One it) {
        return it.agency().isEmpty() ? it.name() : it.agency();
    }

    /** The worst that was found, in words. */
    private static Phrase words(Judgement judged) {
        return judged.about().stream()
                .sorted()
                .findFirst()
                .or(() -> judged.signatures().stream()
                        .flatMap(it -> it.sorted().stream())
                        .sorted()
                        .findFirst())
                .map(it -> Phrase.of(it.key()))
                .orElseGet(() -> Phrase.of(judged.verdict().key()));
    }
}
