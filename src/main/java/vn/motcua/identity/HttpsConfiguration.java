package vn.motcua.identity;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What changes when the program is reached over https, and through a proxy. */
@Configuration(proxyBeanMethods = false)
class HttpsConfiguration {

    /** The name makes browsers refuse a cookie that is not secure, of another host, or of a part of this one. */
    static final String COOKIE = "__Host-motcua";

    /** Believes the declared proxies, and nobody else, who asked and over which scheme. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(WebSettings settings) {
        return server -> {
            if (!settings.proxies().isEmpty()) {
                var valve = new RemoteIpValve();
                valve.setInternalProxies(settings.proxyPattern());
                valve.setTrustedProxies("");
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                server.addEngineValves(valve);
            }
        };
    }

    /** Binds the session's cookie to https, where that is how visitors come. */
    @Bean
    ServletContextInitializer sessionCookie(WebSettings settings) {
        return context -> {
            if (settings.https()) {
                var cookie = context.getSessionCookieConfig();
                cookie.setName(COOKIE);
                cookie.setSecure(true);
                cookie.setPath("/");
            }
        };
    }
}
