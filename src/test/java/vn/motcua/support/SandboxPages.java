package vn.motcua.support;

import com.microsoft.playwright.Page;

/** Signing in through the sandbox's provider in a real browser. */
public final class SandboxPages {

    private SandboxPages() {}

    /** Signs in and ends where signing in leads. */
    public static void signIn(Page page, String name, String language) {
        page.navigate(language + "/sign-in");
        goOn(page, name);
    }

    /** From the page of signing in on. */
    public static void goOn(Page page, String name) {
        var provider = Sandbox.provider(new Visit(page.url().replaceFirst("(?<=[0-9])/.*", "")), name);
        page.locator("main a[href*='/sign-in/with/" + provider + "?']").click();
        page.waitForLoadState();
        var card = page.locator("form.card", new Page.LocatorOptions().setHasText(name))
                .first();
        if (!card.isVisible()) {
            card.locator("xpath=ancestor::details/summary").click();
        }
        card.locator("button").click();
        page.waitForLoadState();
        if (page.url().endsWith("/sign-in/as")) {
            page.locator("main form button").first().click();
            page.waitForLoadState();
        }
    }
}
