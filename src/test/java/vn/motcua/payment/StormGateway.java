package vn.motcua.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.VietnamTime;

/**
 * A payment gateway on a port of its own that speaks the real protocol and is not to be relied on: of what payers pay it tells never, once or
 * often, in any order, sometimes another amount, sometimes that it failed; asked it keeps silent now and then. Its statement is true.
 */
final class StormGateway implements AutoCloseable {

    static final String MERCHANT = "STORM";

    private final GatewaySignature signature =
            new GatewaySignature(GatewaySignature.Algorithm.SHA512, "a secret of the storm alone");
    private final Map<String, Story> stories = new ConcurrentHashMap<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final JsonMapper json = new JsonMapper();
    private final Random random;
    private final Instant at;
    private final HttpServer server;
    private volatile boolean over;

    StormGateway(Random random, Instant at) throws IOException {
        this.random = random;
        this.at = at;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/query", it -> answer(it, this::query));
        server.createContext("/statement", it -> answer(it, this::statement));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Money that a payer paid here. */
    record Money(String transaction, long amount) {}

    /** What becomes of an order: what was paid, and what is told of it, each time in its words. */
    record Story(String order, long price, List<Money> paid, List<Map<String, String>> told) {

        /** Whether what was asked for came. */
        boolean settled() {
            return paid.stream().anyMatch(it -> it.amount() == price);
        }
    }

    String secret() {
        return signature.secret();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** How often it answered with the whole truth. */
    int statements() {
        return statements.get();
    }

    /** From now on the statement has all that was paid. */
    void over() {
        over = true;
    }

    /** Lets the payer of an order do what payers do. */
    void pay(String order, long price) {
        var no = stories.size() + 1;
        var paid = new ArrayList<Money>();
        var failed = false;
        int chance = random.nextInt(100);
        if (chance < 72) {
            paid.add(new Money("S" + no, price));
        } else if (chance < 79) {
            paid.add(new Money("S" + no, price - 1_000));
        } else if (chance < 86) {
            paid.add(new Money("S" + no + "a", price + 1_000));
            paid.add(new Money("S" + no + "b", price));
        } else if (chance < 91) {
            paid.add(new Money("S" + no + "a", price));
            paid.add(new Money("S" + no + "b", price));
        } else if (chance < 96) {
            failed = true;
        }
        var told = new ArrayList<Map<String, String>>();
        for (var money : paid) {
            for (int times = times(); times > 0; times--) {
                told.add(words(order, "PAID", money));
            }
        }
        if (failed || random.nextInt(20) == 0) {
            told.add(words(order, "FAILED", new Money("", price)));
        }
        stories.put(order, new Story(order, price, List.copyOf(paid), List.copyOf(told)));
    }

    /** One in eight never; else once to three times. */
    private int times() {
        int chance = random.nextInt(8);
        return chance == 0 ? 0 : chance < 5 ? 1 : chance < 7 ? 2 : 3;
    }

    private Map<String, String> words(String order, String result, Money money) {
        var words = new HashMap<String, String>();
        words.put("merchant", MERCHANT);
        words.put("order", order);
        words.put("amount", Long.toString(money.amount()));
        words.put("result", result);
        words.put("transaction", money.transaction());
        words.put("at", at.toString());
        return words;
    }

    /** All that is told, as forms, in an order of chance. */
    List<String> told() {
        var all = stories.values().stream()
                .flatMap(it -> it.told().stream())
                .map(signature::query)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        return all;
    }

    List<Story> stories() {
        return List.copyOf(stories.values());
    }

    /** What became of an order: the first of its money; in three of ten times nothing. */
    private Map<String, String> query(Map<String, String> said) {
        var story = stories.get(said.getOrDefault("order", ""));
        if (story == null || random.nextInt(10) < 3) {
            return Map.of();
        }
        return story.paid().isEmpty()
                ? words(story.order(), "PENDING", new Money("", story.price()))
                : words(story.order(), "PAID", story.paid().getFirst());
    }

    private Map<String, String> statement(Map<String, String> said) {
        var day = said.getOrDefault("day", "");
        var asked = over && VietnamTime.dayOf(at).toString().equals(day);
        var lines = !asked
                ? ""
                : stories.values().stream()
                        .flatMap(story -> story.paid().stream()
                                .map(it -> String.join(
                                        ",",
                                        at.toString(),
                                        it.transaction(),
                                        Long.toString(it.amount()),
                                        story.order())))
                        .collect(Collectors.joining("\n"));
        if (asked) {
            statements.incrementAndGet();
        }
        return Map.of("merchant", MERCHANT, "day", day, "statement", "at,transaction,amount,text\n" + lines);
    }

    @FunctionalInterface
    private interface Answering {
        Map<String, String> to(Map<String, String> said);
    }

    private void answer(HttpExchange exchange, Answering answering) {
        try (exchange) {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var said = Arrays.stream(form.split("&"))
                    .map(it -> it.split("=", 2))
                    .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
            var words = signature.signed(said) ? answering.to(said) : Map.<String, String>of();
            if (words.isEmpty()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var signed = new HashMap<>(words);
            signed.put(GatewaySignature.PARAMETER, signature.of(words));
            var body = json.writeValueAsBytes(signed);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
