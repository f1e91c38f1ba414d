package vn.motcua.route;

import vn.motcua.shared.OutsideXml.Element;

/**
 * What a sequence flow says about when it is taken.
 *
 * @param text the expression without the signs that other tools put around it; empty when there is none
 * @param language what the file calls its language; empty when it does not say
 * @param unwrapped whether signs were taken away
 */
record BpmnCondition(String text, String language, boolean unwrapped) {

    static BpmnCondition of(Element flow) {
        return flow.children(Bpmn.MODEL, "conditionExpression").stream()
                .findFirst()
                .map(it -> of(Bpmn.clean(it.text()), Bpmn.clean(it.attribute("language"))))
                .orElse(new BpmnCondition("", "", false));
    }

    /** Whether it can be read as the language of routes; whether it means something says who compiles it. */
    boolean isOurs() {
        return language.isEmpty() || language.equals(Bpmn.CEL);
    }

    /** Camunda and Flowable write {@code ${…}}, Camunda 8 writes {@code =…}; a comparison reads the same inside. */
    private static BpmnCondition of(String text, String language) {
        if (language.isEmpty() && text.matches("(?s)[$#]\\{[^{}]*}")) {
            return new BpmnCondition(text.substring(2, text.length() - 1).strip(), language, true);
        }
        if (language.isEmpty() && text.startsWith("=")) {
            return new BpmnCondition(text.substring(1).strip(), language, true);
        }
        return new BpmnCondition(text, language, false);
    }
}
