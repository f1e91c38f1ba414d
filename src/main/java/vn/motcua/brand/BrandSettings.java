package vn.motcua.brand;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about brands.
 *
 * @param accents further colours of the palette, {@code word=#RRGGBB}; one with too little contrast stops the start
 * @param hosts which agency's brand the public pages of a host show: the tenant's number or the unit's id
 */
@ConfigurationProperties("motcua.brand")
record BrandSettings(
        @DefaultValue Map<String, String> accents,
        @DefaultValue Map<String, String> hosts) {

    /** Keeps own copies. */
    BrandSettings {
        accents = Map.copyOf(accents);
        hosts = Map.copyOf(hosts);
    }
}
