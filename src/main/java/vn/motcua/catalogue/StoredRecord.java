package vn.motcua.catalogue;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a record as a revision keeps it. Revisions are never changed, so those of earlier versions of the program are read
 * in the shape they had: documents and legal texts by name alone, one time and one fee for each way of filing.
 */
final class StoredRecord {

    private StoredRecord() {}

    static ProcedureRecord read(JsonMapper json, String stored) {
        var node = (ObjectNode) json.readTree(stored);
        if (node.has("documents")) {
            renew(json, node);
        }
        return json.treeToValue(node, ProcedureRecord.class);
    }

    private static void renew(JsonMapper json, ObjectNode node) {
        var documents = json.createArrayNode();
        node.get("documents")
                .forEach(it -> documents.add(json.<ObjectNode>valueToTree(PublishedDocument.named(it.asString()))));
        node.remove("documents");
        var cases = node.putArray("cases");
        if (!documents.isEmpty()) {
            var general = cases.addObject().put("code", "").put("name", "");
            general.putArray("times");
            general.set("documents", documents);
            general.putArray("steps");
        }
        var legal = json.createArrayNode();
        node.get("legalBasis")
                .forEach(it -> legal.add(json.<ObjectNode>valueToTree(ProcedureRecord.LegalText.of(it.asString()))));
        node.set("legalBasis", legal);
        node.get("channels").forEach(it -> renewChannel((ObjectNode) it));
        node.put("partialReason", "").put("requirements", "");
        node.putArray("agencies");
        node.putObject("trust");
    }

    private static void renewChannel(ObjectNode channel) {
        var times = channel.putArray("times");
        if (channel.hasNonNull("time")) {
            times.add(((ObjectNode) channel.get("time")).put("condition", "").putNull("least"));
        }
        var fees = channel.putArray("fees");
        if (channel.hasNonNull("fee")) {
            fees.add(((ObjectNode) channel.get("fee")).put("condition", "").put("name", ""));
        }
        channel.remove("time");
        channel.remove("fee");
        channel.putArray("notUnderstood");
        channel.put("note", "");
    }
}
