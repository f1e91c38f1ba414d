package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * Events as they are stored. Each has a kind, which is a word and not the name of a class, and a schema version. What a
 * later version adds is skipped when read; a kind is never reused for something else.
 */
final class EventJson {

    /** The version in which this program writes. */
    static final int SCHEMA_VERSION = 1;

    private static final Map<Class<? extends DossierEvent>, String> KINDS = Map.ofEntries(
            Map.entry(DossierFiled.class, "filed"),
            Map.entry(DossierTurnedAway.class, "turned-away"),
            Map.entry(DossierEvent.DossierTransferred.class, "transferred"),
            Map.entry(DossierEvent.DossierPassedOn.class, "passed-on"),
            Map.entry(DossierEvent.DossierPassedAcross.class, "passed-across"),
            Map.entry(DossierReceived.class, "received"),
            Map.entry(DossierForwarded.class, "forwarded"),
            Map.entry(DueExtended.class, "due-extended"),
            Map.entry(DossierEvent.LateApologised.class, "late-apologised"),
            Map.entry(SupplementRequested.class, "supplement-requested"),
            Map.entry(SupplementProvided.class, "supplement-provided"),
            Map.entry(DossierEvent.SupplementReminded.class, "supplement-reminded"),
            Map.entry(DossierEvent.SupplementLapsed.class, "supplement-lapsed"),
            Map.entry(DossierEvent.SecondSupplementProposed.class, "second-supplement-proposed"),
            Map.entry(DossierEvent.ProposalRefused.class, "proposal-refused"),
            Map.entry(DossierEvent.PaymentAwaited.class, "payment-awaited"),
            Map.entry(DossierEvent.AnswerAwaited.class, "answer-awaited"),
            Map.entry(DossierEvent.SentUp.class, "sent-up"),
            Map.entry(DossierEvent.AnsweredAbove.class, "answered-above"),
            Map.entry(DossierEvent.WaitEnded.class, "wait-ended"),
            Map.entry(DossierEvent.WaitLapsed.class, "wait-lapsed"),
            Map.entry(DossierWithdrawn.class, "withdrawn"),
            Map.entry(DossierEvent.WithdrawalAsked.class, "withdrawal-asked"),
            Map.entry(DossierEvent.WithdrawalRefused.class, "withdrawal-refused"),
            Map.entry(DossierEvent.HaltProposed.class, "halt-proposed"),
            Map.entry(DossierEvent.DossierHalted.class, "halted"),
            Map.entry(StepClaimed.class, "step-claimed"),
            Map.entry(StepReleased.class, "step-released"),
            Map.entry(StepCompleted.class, "step-completed"),
            Map.entry(StepSentBack.class, "step-sent-back"),
            Map.entry(DossierEvent.DecisionReopened.class, "decision-reopened"),
            Map.entry(DossierEvent.StepUndone.class, "step-undone"),
            Map.entry(DossierEvent.StageUndone.class, "stage-undone"),
            Map.entry(StepsMoved.class, "steps-moved"),
            Map.entry(StepAssigned.class, "step-assigned"),
            Map.entry(DueRecomputed.class, "due-recomputed"),
            Map.entry(DossierResolved.class, "resolved"),
            Map.entry(ResultIssued.class, "result-issued"),
            Map.entry(ResultHandedOver.class, "result-handed-over"),
            Map.entry(DossierEvent.MistakeReported.class, "mistake-reported"),
            Map.entry(DossierEvent.AmendmentRefused.class, "amendment-refused"),
            Map.entry(DossierEvent.AmendmentProposed.class, "amendment-proposed"),
            Map.entry(DossierEvent.ResultAmended.class, "result-amended"),
            Map.entry(DossierEvent.RevocationProposed.class, "revocation-proposed"),
            Map.entry(DossierEvent.ResultRevoked.class, "result-revoked"));

    private static final Map<String, Class<? extends DossierEvent>> TYPES =
            KINDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Ids and numbers as their plain value, times as ISO 8601. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(plainValues())
            .addMixIn(Outcome.class, NamedOutcome.class)
            .addMixIn(Proposal.class, NamedProposal.class)
            .registerSubtypes(
                    new NamedType(Outcome.Granted.class, "granted"),
                    new NamedType(Outcome.Denied.class, "denied"),
                    new NamedType(Proposal.SecondSupplement.class, "second-supplement"),
                    new NamedType(Proposal.Halt.class, "halt"),
                    new NamedType(Proposal.Amendment.class, "amendment"),
                    new NamedType(Proposal.Revocation.class, "revocation"))
            .build();

    private EventJson() {}

    /** The word for what happened. */
    static String kind(DossierEvent event) {
        var kind = KINDS.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind for " + event.getClass());
        }
        return kind;
    }

    /** Every kind there is. */
    static java.util.Set<String> kinds() {
        return TYPES.keySet();
    }

    static JsonNode write(DossierEvent event) {
        return MAPPER.valueToTree(event);
    }

    static DossierEvent read(String kind, String data) {
        var type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalStateException("an event of a later program: " + kind);
        }
        return MAPPER.readValue(data, type);
    }

    private static SimpleModule plainValues() {
        var module = new SimpleModule("plain values");
        uuid(module, FilingId.class, FilingId::value, FilingId::new);
        uuid(module, RevisionId.class, RevisionId::value, RevisionId::new);
        uuid(module, UnitId.class, UnitId::value, UnitId::new);
        uuid(module, OfficerId.class, OfficerId::value, OfficerId::new);
        plain(module, TenantId.class, TenantId::toString, it -> new TenantId(Integer.parseInt(it)));
        plain(module, FileId.class, FileId::sha256, FileId::new);
        plain(module, DossierNumber.class, DossierNumber::value, DossierNumber::new);
        return module;
    }

    private static <T> void uuid(SimpleModule module, Class<T> type, Function<T, UUID> value, Function<UUID, T> make) {
        plain(module, type, it -> value.apply(it).toString(), it -> make.apply(UUID.fromString(it)));
    }

    private static <T> void plain(
            SimpleModule module, Class<T> type, Function<T, String> value, Function<String, T> make) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T it, JsonGenerator json, SerializationContext context) {
                json.writeString(value.apply(it));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return make.apply(json.getString());
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface NamedOutcome {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface NamedProposal {}
}
