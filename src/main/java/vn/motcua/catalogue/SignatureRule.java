package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A signature that a result carries before that of who decided it, in the order of the package: of whoever finished the last step of that
 * role (ký nháy, người lập).
 *
 * @param role of a step of the route
 * @param title printed above the signature that has a room of its own, e.g. {@code Người lập}; empty for initials
 */
public record SignatureRule(String role, Place place, String title) {

    /** Where on the paper it stands. */
    public enum Place {
        /** Small, behind the last line of the recipients (ký nháy, ký tắt). */
        INITIALS,
        /** In a room of its own to the left of who decided. */
        BESIDE
    }

    private static final String LEADER = "leader";
    private static final String SEAL = "seal";
    private static final int MOST_INITIALS = 2;

    /**
     * Reads {@code signatures}: the ones before, then {@code leader} and {@code seal}, which every result has (NĐ 30/2020/NĐ-CP Điều 5). Left out
     * it is these two alone.
     */
    static List<SignatureRule> read(YamlPlace file) {
        var all = file.list("signatures");
        if (all.isEmpty()) {
            return List.of();
        }
        var count = all.size();
        if (count < 2 || !all.get(count - 2).is(LEADER) || !all.get(count - 1).is(SEAL)) {
            throw file.need("signatures").refuse("hai chữ ký cuối phải là leader rồi seal");
        }
        var found = new ArrayList<SignatureRule>();
        var roles = new HashSet<String>();
        for (var one : all.subList(0, count - 2)) {
            var rule = one(one.knowing("role", "place", "title"));
            if (!roles.add(rule.role())) {
                throw one.refuse("vai trò “" + rule.role() + "” đã ký rồi");
            }
            found.add(rule);
        }
        var beside = found.stream().filter(it -> it.place() == Place.BESIDE).count();
        if (beside > 1 || found.size() - beside > MOST_INITIALS) {
            throw file.need("signatures")
                    .refuse("nhiều nhất một chữ ký bên trái (beside) và hai chữ ký nháy (initials)");
        }
        return List.copyOf(found);
    }

    private static SignatureRule one(YamlPlace place) {
        var where = place.text("place");
        if (!Set.of("initials", "beside").contains(where)) {
            throw place.need("place").refuse("cần initials hoặc beside");
        }
        return where.equals("beside")
                ? new SignatureRule(place.text("role"), Place.BESIDE, place.text("title"))
                : new SignatureRule(place.text("role"), Place.INITIALS, "");
    }
}
