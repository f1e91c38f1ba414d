package vn.motcua.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the parts of a draft and of what is done there. */
public final class StudioLinks {

    private StudioLinks() {}

    /** The address of a part. */
    public static String part(StudioView.Frame frame, String in) {
        return frame.here() + "/" + in;
    }

    /** Where another element of a part is begun. */
    public static String add(StudioView.Frame frame, String in) {
        return part(frame, in) + "/item";
    }

    /** Where an element is changed. */
    public static String change(StudioView.Frame frame, StudioView.Row row) {
        return part(frame, row.in()) + "/item?id=" + URLEncoder.encode(row.id(), StandardCharsets.UTF_8);
    }

    /** Where it is taken out. */
    public static String delete(StudioView.Frame frame, StudioView.Row row) {
        return part(frame, row.in()) + "/delete?id=" + URLEncoder.encode(row.id(), StandardCharsets.UTF_8);
    }
}
