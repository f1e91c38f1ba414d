package vn.motcua.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large one file may be ({@code motcua.upload.*}).
 *
 * @param size of one file, 10 MB unless set; at least 100 KB and at most 1 GB
 * @param pages of one PDF
 * @param pixels of one image, width times height; a photograph of 60 million is more than telephones take
 */
@Validated
@ConfigurationProperties("motcua.upload")
public record UploadLimits(
        @DefaultValue("10MB") DataSize size,
        @DefaultValue("300") @Min(1) @Max(10_000) int pages,

        @DefaultValue("60000000") @Min(1_000_000) @Max(1_000_000_000)
        long pixels) {

    /** Refuses a size that is surely a mistake. */
    public UploadLimits {
        if (size.toKilobytes() < 100 || size.toGigabytes() > 1) {
            throw new IllegalArgumentException("motcua.upload.size must lie between 100KB and 1GB: " + size);
        }
    }

    /** The same with another size, for a paper whose rule says so. */
    public UploadLimits withSize(DataSize other) {
        return new UploadLimits(other, pages, pixels);
    }

    /** The size in MB, for sentences. */
    double megabytes() {
        return size.toBytes() / 1048576.0;
    }
}
