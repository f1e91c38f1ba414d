package vn.motcua.support;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Makes every {@code @TestComponent} known, so that tests with different helpers can share one program. */
class TestComponents implements ImportBeanDefinitionRegistrar {

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(TestComponent.class, false));
        scanner.findCandidateComponents("vn.motcua").forEach(it -> register(it, registry));
    }

    private static void register(BeanDefinition component, BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition(String.valueOf(component.getBeanClassName()), component);
    }
}
