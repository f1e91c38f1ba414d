package vn.motcua.catalogue.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.web.Filled;
import vn.motcua.organization.Kinds;
import vn.motcua.route.BpmnFile;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteDrawing;
import vn.motcua.route.RouteRefusal;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Where administrators look at the routes in force, take them along as BPMN, and try files of others. Nothing is stored. */
@Controller
public class RoutePages {

    private static final String ALL = "/admin/procedures/routes";
    private static final String ONE = "/admin/procedures/{code}/route";

    private final Catalogue catalogue;
    private final Kinds kinds;
    private final Messages messages;
    private final TemplateEngine templates;

    RoutePages(Catalogue catalogue, Kinds kinds, Messages messages, TemplateEngine templates) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.messages = messages;
        this.templates = templates;
    }

    /** What an SVG says of itself, and what it draws. */
    public record Picture(String title, String description, RouteDrawing drawing) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping(ALL)
    ModelAndView all(HttpServletRequest request) {
        var views = views(Languages.of(request));
        return Pages.show(
                "catalogue/routes",
                new RouteView.Index(catalogue.runnable().stream()
                        .flatMap(it -> it.content().flatMap(ProcedurePackage::routeDefinition).stream()
                                .map(route -> views.row(it, route)))
                        .toList()));
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping(ONE)
    ModelAndView one(@PathVariable String code, HttpServletRequest request) {
        var procedure = procedure(code);
        return Pages.show(
                "catalogue/route",
                views(Languages.of(request)).inForce(procedure, definition(procedure), Filled.empty()));
    }

    /** Tries a file: says what it would be, and keeps nothing of it. */
    @Door(Who.ADMINISTRATOR)
    @PostMapping(ONE)
    ModelAndView tried(
            @PathVariable String code,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var procedure = procedure(code);
        var language = Languages.of(request);
        var views = views(language);
        try {
            var view = views.trial(procedure, name(file), read(file));
            var good = view.shown().filter(it -> it.faults().isEmpty()).isPresent();
            return Pages.show("catalogue/route", view, good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            var form = new Filled(Map.of(), Map.of("file", messages.say(language, refused)));
            return Pages.show(
                    "catalogue/route",
                    views.inForce(procedure, definition(procedure), form),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping(ONE + ".bpmn")
    ResponseEntity<byte[]> bpmn(@PathVariable String code) {
        var procedure = procedure(code);
        return file(
                code + ".bpmn",
                "application/xml",
                BpmnWriter.write(definition(procedure), code, procedure.name(Language.VI)));
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping(ONE + ".svg")
    ResponseEntity<byte[]> svg(@PathVariable String code, HttpServletRequest request) {
        var procedure = procedure(code);
        var language = Languages.of(request);
        var svg = new StringOutput();
        templates.render(
                "catalogue/route-picture.jte",
                Map.of(
                        "picture",
                        new Picture(
                                messages.say(language, "route.page.title", procedure.shortName(language)),
                                messages.say(language, "route.page.picture.more"),
                                RouteDrawing.of(definition(procedure), language))),
                svg);
        return file(code + ".svg", "image/svg+xml", svg.toString());
    }

    private RouteViews views(Language language) {
        return new RouteViews(kinds, messages, language);
    }

    private ProcedureRevision procedure(String code) {
        return catalogue
                .find(code)
                .filter(it ->
                        it.content().flatMap(ProcedurePackage::routeDefinition).isPresent())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static RouteDefinition definition(ProcedureRevision procedure) {
        return procedure
                .runnableContent()
                .routeDefinition()
                .orElseThrow(() -> new IllegalStateException("no route in " + procedure.code()));
    }

    private static String name(@Nullable MultipartFile file) {
        var name = file == null ? null : file.getOriginalFilename();
        return name == null || name.isBlank() ? "–" : name;
    }

    private static BpmnFile read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refused(CatalogueRefusal.FILE_MISSING);
        }
        if (file.getSize() > BpmnFile.BYTES_MAX) {
            throw new Refused(RouteRefusal.BPMN_TOO_LARGE, BpmnFile.BYTES_MAX / (1024 * 1024));
        }
        try {
            return BpmnFile.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> file(String name, String type, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
