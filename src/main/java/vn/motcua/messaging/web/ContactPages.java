package vn.motcua.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Addresses;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.ContactProofs;
import vn.motcua.messaging.ContactRefusal;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** How whoever is signed in wants to be reached: by which channels, where, in which language. */
@Controller
public class ContactPages {

    private static final String PAGE = "/messages/settings";
    private static final String DONE = "redirect:" + PAGE + "?done=";

    private final Contacts contacts;
    private final ContactProofs proofs;
    private final Deliveries deliveries;
    private final Messages messages;

    ContactPages(Contacts contacts, ContactProofs proofs, Deliveries deliveries, Messages messages) {
        this.contacts = contacts;
        this.proofs = proofs;
        this.deliveries = deliveries;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param told what was just done, in words; empty for nothing
     * @param wrong what is wrong; empty when nothing is
     * @param field the field that it is about
     */
    public record View(
            boolean vietnamese, Way email, Way sms, boolean officer, String told, String wrong, String field) {}

    /**
     * A channel.
     *
     * @param here whether anybody carries on it
     * @param wanted whether they want it
     * @param address the confirmed one, masked; empty for none
     * @param waiting one that is not yet confirmed, masked; empty for none
     * @param typed what was typed into its field
     */
    public record Way(boolean here, boolean wanted, String address, String waiting, String typed) {}

    /** A link from a mail, to be pressed once more. */
    public record Confirm(String code) {}

    @Door(Who.SIGNED_IN)
    @GetMapping(PAGE)
    ModelAndView settings(@RequestParam(defaultValue = "") String done, SignedIn who, HttpServletRequest request) {
        var language = Languages.of(request);
        var key = "messaging.done." + done;
        var told = messages.all(language).containsKey(key) ? messages.say(language, key) : "";
        return page(who, told, "", "", "", HttpStatus.OK);
    }

    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE)
    String choose(
            @RequestParam(defaultValue = "VI") String language,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String sms,
            SignedIn who) {
        contacts.choose(
                who, language.equals(Language.EN.name()) ? Language.EN : Language.VI, !email.isEmpty(), !sms.isEmpty());
        return DONE + "chosen";
    }

    /** Sends a link to a mail address. */
    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE + "/email")
    ModelAndView email(@RequestParam(defaultValue = "") String address, SignedIn who, HttpServletRequest request) {
        return send(who, Channel.EMAIL, address, request);
    }

    /** Sends a code to a telephone. */
    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE + "/phone")
    ModelAndView phone(@RequestParam(defaultValue = "") String address, SignedIn who, HttpServletRequest request) {
        return send(who, Channel.SMS, address, request);
    }

    /** The code from the telephone. */
    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE + "/code")
    ModelAndView code(@RequestParam(defaultValue = "") String code, SignedIn who, HttpServletRequest request) {
        return prove(who, Channel.SMS, code, "code", request);
    }

    /** The link from the mail leads here; a program that looks at links in advance confirms nothing. */
    @Door(Who.SIGNED_IN)
    @GetMapping(PAGE + "/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, SignedIn who) {
        return Pages.show("messaging/confirm", new Confirm(code));
    }

    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE + "/confirm")
    ModelAndView confirmed(@RequestParam(defaultValue = "") String code, SignedIn who, HttpServletRequest request) {
        return prove(who, Channel.EMAIL, code, "email", request);
    }

    /** Forgets an address. */
    @Door(Who.SIGNED_IN)
    @PostMapping(PAGE + "/forget")
    String forget(@RequestParam Channel channel, SignedIn who) {
        contacts.forget(who, channel);
        return DONE + "forgotten";
    }

    private ModelAndView send(SignedIn who, Channel channel, String address, HttpServletRequest request) {
        try {
            proofs.send(who, channel, address, Languages.of(request));
            return new ModelAndView(DONE + "sent");
        } catch (Refused refused) {
            return again(who, refused, channel == Channel.EMAIL ? "email" : "phone", address, request);
        }
    }

    private ModelAndView prove(SignedIn who, Channel channel, String secret, String field, HttpServletRequest request) {
        try {
            proofs.prove(who, channel, secret);
            return new ModelAndView(DONE + "confirmed");
        } catch (Refused refused) {
            return again(who, refused, field, "", request);
        }
    }

    private ModelAndView again(SignedIn who, Refused refused, String field, String typed, HttpServletRequest request) {
        if (!(refused.code() instanceof ContactRefusal)) {
            throw refused;
        }
        return page(
                who, "", messages.say(Languages.of(request), refused), field, typed, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(SignedIn who, String told, String wrong, String field, String typed, HttpStatus status) {
        var contact = contacts.of(who.tenant(), who.account());
        return Pages.show(
                "messaging/settings",
                new View(
                        contact.language() == Language.VI,
                        way(who, contact, Channel.EMAIL, field.equals("email") ? typed : ""),
                        way(who, contact, Channel.SMS, field.equals("phone") ? typed : ""),
                        who instanceof SignedIn.OfficerAt,
                        told,
                        wrong,
                        field),
                status);
    }

    private Way way(SignedIn who, vn.motcua.messaging.Contact contact, Channel channel, String typed) {
        return new Way(
                deliveries.possible(channel),
                contact.wants(channel),
                contact.address(channel)
                        .map(it -> Addresses.masked(channel, it))
                        .orElse(""),
                proofs.waiting(who, channel).orElse(""),
                typed);
    }
}
