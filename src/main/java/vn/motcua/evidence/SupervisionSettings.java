package vn.motcua.evidence;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which ministry looks after which procedures ({@code motcua.supervision.ministries.1003=G15}): the number of its tenant, and
 * the national codes of the agencies that published them. Which law lets it is for the operator to check; nothing is
 * supervised unless it is said here.
 */
@ConfigurationProperties("motcua.supervision")
record SupervisionSettings(@DefaultValue Map<Integer, List<String>> ministries) {}
