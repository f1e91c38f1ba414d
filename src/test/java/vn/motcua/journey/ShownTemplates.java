package vn.motcua.journey;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.servlet.ViewResolver;

/** Notes which templates were shown, whatever asked for them. */
@TestComponent
class ShownTemplates implements BeanPostProcessor {

    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** Their names so far, e.g. {@code portal/home}. */
    Set<String> names() {
        return names;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.equals("jtePages")) {
            return bean;
        }
        var pages = (ViewResolver) bean;
        return (ViewResolver) (view, locale) -> {
            names.add(view);
            return pages.resolveViewName(view, locale);
        };
    }
}
