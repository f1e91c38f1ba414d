package vn.motcua.identity;

import jakarta.servlet.http.HttpServletResponse;

/** What each answer tells the browser to forbid. */
public final class SecurityHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; object-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                    + "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    private SecurityHeaders() {}

    /** Lets our own pages show this answer inside them: for papers viewed in the page. Call before writing the body. */
    public static void showInsideOwnPages(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy", POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    }
}
