package vn.motcua.portal.web;

import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Says texts in the language of one page. */
record Speech(Messages messages, Language language) {

    String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }
}
