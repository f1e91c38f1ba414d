package vn.motcua.vault.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.vault.IncomingResults;

/** Results that other agencies issued, for the vaults of their owners. */
@RestController
@Tag(name = "vault", description = "Results of other agencies for the vaults of their owners")
class VaultApi {

    private final IncomingResults incoming;

    VaultApi(IncomingResults incoming) {
        this.incoming = incoming;
    }

    /**
     * What became of it.
     *
     * @param issuer the agency as its certificate says
     * @param landed whether it was not in the vault before
     */
    record Answer(String issuer, boolean landed) {}

    /** Whoever signs for an agency that is believed and listed needs no other key. */
    @PostMapping(path = "/api/v1/vault/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Door(Who.PUBLIC)
    @Operation(
            summary = "Put an issued result into its owner's vault",
            description =
                    "The PDF is validly signed (PAdES) by the issuing agency, and the statement about it is a compact JWS of the "
                            + "same agency with its certificate in x5c. The same again changes nothing.")
    @ApiResponse(responseCode = "201", description = "It is in the vault")
    @ApiResponse(
            responseCode = "403",
            description =
                    "The signatures hold, but the operator has not listed this organisation, or not for this kind of result "
                            + "(application/problem+json, code VAULT_ISSUER_NOT_LISTED or VAULT_ISSUER_OF_ANOTHER_KIND)",
            content = {})
    @ApiResponse(
            responseCode = "413",
            description = "The file is too large (application/problem+json, code FILE_TOO_LARGE)",
            content = {})
    @ApiResponse(
            responseCode = "422",
            description =
                    "Not taken, with the reason in words (application/problem+json): VAULT_STATEMENT_NOT_BELIEVED, "
                            + "VAULT_STATEMENT_LACKS, VAULT_STATEMENT_OF_ANOTHER_FILE, VAULT_RESULT_NOT_VALID, VAULT_ISSUER_DID_NOT_SIGN",
            content = {})
    ResponseEntity<Answer> result(
            @Parameter(description = "The PDF") @RequestParam("file") MultipartFile file,
            @Parameter(description = "The issuer's statement, compact JWS") @RequestParam("statement") String statement)
            throws IOException {
        try (var content = file.getInputStream()) {
            var landed = incoming.take(content, statement);
            return ResponseEntity.status(HttpStatus.CREATED).body(new Answer(landed.issuer(), landed.isNew()));
        }
    }
}
