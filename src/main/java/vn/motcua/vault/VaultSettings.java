package vn.motcua.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What comes into vaults from elsewhere.
 *
 * @param issuers the file that says which organisation may send results of which kinds; nobody may without it
 */
@ConfigurationProperties("motcua.vault")
record VaultSettings(@Nullable Path issuers) {}
