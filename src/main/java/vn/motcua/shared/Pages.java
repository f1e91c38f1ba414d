package vn.motcua.shared;

import static java.util.Objects.requireNonNull;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Shows a page: {@code Pages.show("dossier/track", view)} renders the precompiled template {@code dossier/track.jte},
 * which takes {@code page} (the frame) and {@code view} (a record already in words).
 */
@Configuration(proxyBeanMethods = false)
public class Pages {

    /** The page of that template with that content. */
    public static ModelAndView show(String template, Object view) {
        return new ModelAndView(template, "view", view);
    }

    /** The same with another status than 200: 422 for a form with errors, 409 for one that came too late. */
    public static ModelAndView show(String template, Object view, HttpStatus status) {
        var shown = show(template, view);
        shown.setStatus(status);
        return shown;
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** A redirect is no template, and looking for one searches every jar. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver jtePages(TemplateEngine templates, Frames frames) {
        return (name, _) ->
                !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX) && templates.hasTemplate(name + ".jte")
                        ? new JtePage(templates, frames, name + ".jte")
                        : null;
    }

    /** Rendered into memory first, so that a template that fails half-way still gives a clean error page. */
    private record JtePage(TemplateEngine templates, Frames frames, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var parameters = new HashMap<String, Object>();
            parameters.put("page", frames.of(request));
            var view = requireNonNull(model).get("view");
            if (view != null) {
                parameters.put("view", view);
            }
            var html = new Utf8ByteOutput();
            templates.render(template, parameters, html);
            response.setContentType(getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}
