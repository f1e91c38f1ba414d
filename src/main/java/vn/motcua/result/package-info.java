/**
 * The register of results (sổ đăng ký kết quả): a paper is drawn up, signed by the leader and the agency, issued, and one day
 * replaced or revoked. Anybody may ask it by a code or a file.
 */
@ApplicationModule(
        displayName = "Result",
        allowedDependencies = {"shared", "organization", "identity", "document", "catalogue", "dossier", "signature"})
@NullMarked
package vn.motcua.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
