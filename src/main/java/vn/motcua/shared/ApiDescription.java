package vn.motcua.shared;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says about itself; it lies at {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Motcua")
                        .version("1")
                        .description("Administrative procedures of Vietnam: catalogue and public state of dossiers. "
                                + "Failures are application/problem+json (RFC 9457) with a stable code and a sentence "
                                + "in Vietnamese, or in English under /en.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }
}
