package vn.motcua.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Language;

/**
 * Somebody at their own browser. It remembers what the browser complained about: an error on the console (a refusal of
 * the content security policy is one), a request to another host. What status a page answers is for the test to judge.
 */
public final class Person implements AutoCloseable {

    private static final String ANSWERED = "Failed to load resource: the server responded with a status of ";

    private final String address;
    private final boolean script;
    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private String language = "";
    private int status;

    /** A person with a screen of that width, with or without JavaScript, at the program that listens there. */
    public Person(String address, int width, boolean script) {
        this.address = address;
        this.script = script;
        this.browser = Chromium.person(address, width, script);
        this.page = browser.newPage();
        browser.onRequest(it -> {
            // The sandbox's gateway is another server: one goes there by a link, and what its page asks is its own
            // matter.
            var leaves = it.isNavigationRequest() && it.url().startsWith("http://localhost:");
            var strange = it.url().startsWith("http") && !it.url().startsWith(address + "/");
            var there =
                    page.url().startsWith("http://localhost:") && !page.url().startsWith(address + "/");
            if (strange && !leaves && !there) {
                complaints.add(page.url() + " asks " + it.url());
            }
        });
        page.onResponse(this::note);
        page.onPageError(it -> complaints.add(page.url() + " " + it));
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") && !it.text().startsWith(ANSWERED)) {
                complaints.add(page.url() + " " + it.text());
            }
        });
    }

    private void note(Response response) {
        if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
            status = response.status();
        }
    }

    /** Signs in as a persona of the demonstration, by the name on its card. */
    public Person as(String name) {
        return open("/sign-in").choose(name);
    }

    /** On the sign-in page: goes on as that persona. */
    public Person choose(String name) {
        SandboxPages.goOn(page, name);
        return this;
    }

    /** From now on opens pages in that language. */
    public Person reading(Language wanted) {
        language = wanted.prefix();
        return this;
    }

    /** Opens a page by its path, in the language they read. */
    public Person open(String path) {
        page.navigate(language + path);
        return this;
    }

    /** Presses the first thing that the selector finds, and waits for the page that follows. */
    public Person press(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
        return this;
    }

    /** Goes on to the next page of a form. */
    public Person next() {
        return press(".form-actions .button:not(.link)");
    }

    /** Types into the field of that id, in the place of what stands there. */
    public Person type(String id, String text) {
        page.fill("[id='" + id + "']", text);
        return this;
    }

    /** Unfolds the section that this lies in, when it is folded. */
    public Person unfold(String selector) {
        if (!page.locator(selector).first().isVisible()) {
            page.locator(selector)
                    .first()
                    .locator("xpath=ancestor::details/summary")
                    .click();
        }
        return this;
    }

    /** The file that comes when this is pressed. */
    public byte[] download(String selector) {
        Download download =
                page.waitForDownload(() -> page.locator(selector).first().click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file at that path, fetched with their cookies. */
    public byte[] bytes(String path) {
        return browser.request().get(path).body();
    }

    /** What the page says in its main part, on one line. */
    public String reads() {
        return page.locator("main").innerText().replaceAll("[\\s\u00a0]+", " ");
    }

    /** The path of the page, without its host. */
    public String path() {
        var path = page.url().substring(address.length());
        return path.startsWith("/desk/dossiers/") ? path.replaceFirst("\\?.*", "") : path;
    }

    /** The status with which the page was answered. */
    public int status() {
        return status;
    }

    /** Whether their browser runs JavaScript. */
    public boolean script() {
        return script;
    }

    /** For what only one test does. */
    public Page page() {
        return page;
    }

    /** What the browser complained about so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
    }
}
