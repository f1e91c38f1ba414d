package vn.motcua.result;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How results come to be signed.
 *
 * @param titles the file that says in what capacity officers sign; nobody's is known without it
 */
@ConfigurationProperties("motcua.signing")
record SigningSettings(@Nullable Path titles) {}
