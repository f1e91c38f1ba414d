package vn.motcua.identity;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask in a minute ({@code motcua.limits.*}); 0 lifts a limit.
 *
 * @param address all requests of one network address; a one-stop's whole office may share one
 * @param search searches and the programming interface, of one network address
 * @param account all requests of one account
 * @param sending forms of one account
 * @param ownMachine whether callers on the machine itself are counted too. Not unless set: without a declared proxy
 *     ({@code motcua.web.proxies}) everybody behind it would seem to be one caller
 */
@Validated
@ConfigurationProperties("motcua.limits")
record Limits(
        @DefaultValue("1200") @Min(0) int address,
        @DefaultValue("240") @Min(0) int search,
        @DefaultValue("600") @Min(0) int account,
        @DefaultValue("120") @Min(0) int sending,
        @DefaultValue("false") boolean ownMachine) {}
