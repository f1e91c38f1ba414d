package vn.motcua.messaging;

import java.util.List;

/** Servers and gateways that somebody other than the configuration knows; used where it names none of a channel. */
public interface Connections {

    /** Servers for mail, the preferred one first. */
    List<MailServer> mail();

    /** Gateways for short messages, the preferred one first. */
    List<SmsGateway> sms();
}
