package vn.motcua.bench;

import java.nio.file.*;
import java.sql.*;
import java.time.Duration;
import java.util.*;

public final class Scratch {
    static long cpu(long pid) throws Exception {
        var s = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var f = s.substring(s.lastIndexOf(')') + 2).split(" ");
        return 10 * (Long.parseLong(f[11]) + Long.parseLong(f[12]));
    }

    static long pg() throws Exception {
        long t = 0;
        try (var ds = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var d : ds)
                try {
                    if (Files.readString(d.resolve("comm")).startsWith("postgres")
                            && Files.readSymbolicLink(d.resolve("exe"))
                                    .toString()
                                    .contains("/wt/bench/target/bench/"))
                        t += cpu(Long.parseLong(d.getFileName().toString()));
                } catch (Exception e) {
                }
        }
        return t;
    }

    public static void main(String... a) throws Exception {
        var addr = a[0];
        long pid = Long.parseLong(a[1]);
        int clients = Integer.parseInt(a[2]);
        int secs = Integer.parseInt(a[3]);
        int rounds = Integer.parseInt(a[4]);
        var p = new Properties();
        try (var r = Files.newBufferedReader(Path.of("target/bench/data/postgres/secrets"))) {
            p.load(r);
        }
        var port = Files.readString(Path.of("target/bench/data/postgres/port")).strip();
        var ids = new ArrayList<String>();
        try (var c = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/motcua",
                        "motcua_owner",
                        p.getProperty("motcua_owner"));
                var s = c.createStatement()) {
            s.execute("select set_config('motcua.tenant','15',false)");
            s.execute("update route_token set officer=null where tenant_id=15 and state='OPEN'");
            var r = s.executeQuery(
                    "select d.id from dossier d join route_token t on t.tenant_id=15 and t.dossier=d.id and t.state='OPEN' and t.officer is null where d.id not in (select id from bench_dossier) order by d.id limit 48");
            while (r.next()) ids.add(r.getString(1));
        }
        int each = ids.size() / clients;
        try (var o = Officers.at(addr, ids, clients, each)) {
            for (int i = 0; i < rounds; i++) {
                long c0 = cpu(pid),
                        g0 = pg(),
                        m0 =
                                ProcessHandle.current()
                                        .info()
                                        .totalCpuDuration()
                                        .get()
                                        .toMillis();
                double w = o.work(Duration.ofSeconds(secs));
                double n = w * secs;
                System.out.printf(
                        "%d clients: %.0f/s  program %.2f ms, postgres %.2f ms, driver %.2f ms  %s%n",
                        clients,
                        w,
                        (cpu(pid) - c0) / n,
                        (pg() - g0) / n,
                        (ProcessHandle.current().info().totalCpuDuration().get().toMillis() - m0) / n,
                        o.times());
                o.forgetTimes();
            }
            // leave them given back
        }
    }
}
