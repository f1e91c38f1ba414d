package vn.motcua.document.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Uploads;
import vn.motcua.shared.Frames;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Page;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Says 413 in the form the asker reads: a page, or a problem (RFC 9457) for a program. */
@Component
class TooLargeAnswer {

    private static final double MEGABYTE = 1048576;

    private final TemplateEngine templates;
    private final Frames frames;
    private final Messages messages;
    private final JsonMapper json;
    private final Uploads uploads;
    private final DataSize limit;

    TooLargeAnswer(
            TemplateEngine templates,
            Frames frames,
            Messages messages,
            JsonMapper json,
            Uploads uploads,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
        this.templates = templates;
        this.frames = frames;
        this.messages = messages;
        this.json = json;
        this.uploads = uploads;
        this.limit = limit;
    }

    /** How many bytes one request may have. */
    DataSize limit() {
        return limit;
    }

    /** Answers; a request that does not say its length is only known to be over the limit. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = frames.of(request);
        var size = request.getContentLengthLong() > 0
                ? Phrase.of("document.size", request.getContentLengthLong() / MEGABYTE)
                : Phrase.of("document.size.over", limit.toBytes() / MEGABYTE);
        var sentence = messages.say(
                page.language(),
                new Refused(
                        DocumentRefusal.REQUEST_TOO_LARGE,
                        size,
                        limit.toBytes() / MEGABYTE,
                        uploads.usualLimits().size().toBytes() / MEGABYTE));
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getRequestURI().startsWith("/api/")) {
            problem(page, sentence, response);
        } else {
            page(page, new TooLarge(sentence, back(request, page)), response);
        }
    }

    private void problem(Page page, String sentence, HttpServletResponse response) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", page.t("document.tooLarge.title"));
        problem.put("status", HttpStatus.CONTENT_TOO_LARGE.value());
        problem.put("code", DocumentRefusal.REQUEST_TOO_LARGE.name());
        problem.put("detail", sentence);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private void page(Page page, TooLarge view, HttpServletResponse response) throws IOException {
        var html = new Utf8ByteOutput();
        templates.render("document/too-large.jte", Map.of("page", page, "view", view), html);
        response.setContentType("text/html;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    /** The path of the page before, when it is one of ours; else the home page. */
    private static String back(HttpServletRequest request, Page page) {
        var from = request.getHeader(HttpHeaders.REFERER);
        try {
            var address = URI.create(from == null ? "" : from);
            var ours = address.getRawAuthority() != null
                    && address.getRawAuthority().equals(request.getHeader(HttpHeaders.HOST));
            return ours && address.getRawPath() != null && address.getRawPath().matches("/(?!/).*")
                    ? address.getRawPath()
                    : page.href("/");
        } catch (IllegalArgumentException e) {
            return page.href("/");
        }
    }
}
