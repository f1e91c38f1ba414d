package vn.motcua.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program keeps what is its own.
 *
 * @param data the data folder ({@code motcua.data})
 */
@ConfigurationProperties("motcua")
record DataFolderSettings(@DefaultValue("data") Path data) {}
