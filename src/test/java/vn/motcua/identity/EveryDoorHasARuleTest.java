package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.support.Postgres;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(Postgres.class)
class EveryDoorHasARuleTest {

    /**
     * Handlers that have no door, and why that is right. Whatever is not here and has no door fails the
     * test.
     */
    private static final Map<String, String> WITHOUT_A_DOOR = Map.of(
            "vn.motcua.shared.ErrorPages",
            "shows what the server says to a request that was already refused; asked for directly it answers 404",
            "org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping",
            "health only, without details; management.endpoints.web.exposure.include names what is open");

    @Autowired
    ApplicationContext context;

    @Test
    void everyHandlerSaysWhoMayComeIn() {
        var without = new TreeSet<String>();
        handlers().forEach((where, method) -> {
            if (Doors.of(method).isEmpty() && !excused(method)) {
                without.add(where);
            }
        });

        assertThat(handlers()).hasSizeGreaterThan(8);
        assertThat(without).isEmpty();
    }

    @Test
    void thereIsNoOtherKindOfEntrance() {
        var others = new TreeSet<String>();
        for (var mapping : context.getBeansOfType(HandlerMapping.class).values()) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping _ -> {}
                case RouterFunctionMapping it -> {
                    if (it.getRouterFunction() != null) {
                        others.add(it.toString());
                    }
                }
                case AbstractUrlHandlerMapping it ->
                    others.addAll(it.getHandlerMap().keySet());
                default -> others.add(mapping.getClass().getName());
            }
        }

        assertThat(others).isSubsetOf(Set.of("/assets/**"));
    }

    private Map<String, HandlerMethod> handlers() {
        var found = new TreeMap<String, HandlerMethod>();
        for (var mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods()
                    .forEach((info, method) -> found.put(info + " " + method.getShortLogMessage(), method));
        }
        return found;
    }

    private static boolean excused(HandlerMethod method) {
        return WITHOUT_A_DOOR.keySet().stream()
                .anyMatch(it -> method.getBeanType().getName().startsWith(it));
    }
}
