package vn.motcua.messaging;

import java.util.Optional;
import vn.motcua.shared.Language;

/**
 * How an account wants to be reached.
 *
 * @param email confirmed; empty when they gave none
 * @param phone confirmed; empty when they gave none
 * @param wantsEmail whether they want mail at all
 * @param wantsSms whether they want short messages at all
 */
public record Contact(
        Language language, Optional<String> email, Optional<String> phone, boolean wantsEmail, boolean wantsSms) {

    /** Of whom nothing else is known. */
    public static final Contact UNSAID = new Contact(Language.VI, Optional.empty(), Optional.empty(), true, true);

    /** Whether they want to be reached so. */
    public boolean wants(Channel channel) {
        return switch (channel) {
            case EMAIL -> wantsEmail;
            case SMS -> wantsSms;
        };
    }

    /** Their own confirmed address. */
    public Optional<String> address(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
        };
    }

    /** Where to write: nowhere when they do not want it, else to their own address, else to the one given elsewhere. */
    public Optional<String> reach(Channel channel, String given) {
        return wants(channel) ? address(channel).or(() -> Addresses.normal(channel, given)) : Optional.empty();
    }

    Contact with(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> new Contact(language, Optional.of(address), phone, wantsEmail, wantsSms);
            case SMS -> new Contact(language, email, Optional.of(address), wantsEmail, wantsSms);
        };
    }

    Contact without(Channel channel) {
        return switch (channel) {
            case EMAIL -> new Contact(language, Optional.empty(), phone, wantsEmail, wantsSms);
            case SMS -> new Contact(language, email, Optional.empty(), wantsEmail, wantsSms);
        };
    }
}
