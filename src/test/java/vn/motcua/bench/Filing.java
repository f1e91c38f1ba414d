package vn.motcua.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.Visit;

/** Citizens who file for the one-stop of Tả Van, each form of the way. */
final class Filing {

    private static final List<String> APPLICANTS = List.of("Lý Thị Mẩy", "Giàng A Sình");
    private static final String RECEIVER = "Trần Thu Hà";
    private static final Pattern RECEIVE =
            Pattern.compile("<form method=\"post\" id=\"receive\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern DOSSIER = Pattern.compile("/desk/dossiers/([0-9a-f-]{36})");

    private Filing() {}

    /** The ids of so many dossiers, as the receiver of the one-stop finds them. */
    static List<String> over(String address, int count) throws InterruptedException, ExecutionException {
        var codes = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(APPLICANTS.size())) {
            var work = APPLICANTS.stream()
                    .map(it -> (Callable<List<String>>) () -> file(address, it, count / APPLICANTS.size()))
                    .toList();
            for (Future<List<String>> done : people.invokeAll(work)) {
                codes.addAll(done.get());
            }
        }
        var receiver = new Visit(address).as(RECEIVER);
        return codes.stream().map(it -> find(receiver, it)).toList();
    }

    /** The id of a dossier that was filed and received. */
    static String received(String address) throws InterruptedException, ExecutionException {
        var dossier = over(address, APPLICANTS.size()).getFirst();
        var receiver = new Visit(address).as(RECEIVER);
        var path = "/desk/dossiers/" + dossier;
        var page = receiver.get(path).body();
        var form = RECEIVE.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("the one-stop may not receive " + dossier);
        }
        var fields = new HashMap<>(Map.of("_csrf", Visit.token(page), "then", "forward"));
        HIDDEN.matcher(form.group()).results().forEach(it -> fields.put(it.group(1), it.group(2)));
        if (receiver.send(path + "/receive", fields).statusCode() != 302) {
            throw new IllegalStateException("not received: " + dossier);
        }
        return dossier;
    }

    private static List<String> file(String address, String name, int count) {
        var applicant = new Visit(address).as(name);
        var token = Visit.token(
                applicant.get("/procedures/" + CopyRequest.CODE + "/start").body());
        var codes = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            codes.add(CopyRequest.prepare(applicant, "15", "03037").send(applicant, token));
        }
        return codes;
    }

    private static String find(Visit receiver, String code) {
        var found = DOSSIER.matcher(receiver.get("/desk/find?q=" + code).body());
        if (!found.find()) {
            throw new IllegalStateException("the one-stop does not find " + code);
        }
        return found.group(1);
    }
}
