package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code motcua} itself, copied beside a program that counts as built: what stops a start, in both languages and
 * with its exit code, and that nothing is changed by it.
 */
@Tag("long")
class LauncherTest {

    @TempDir
    Path root = Path.of("");

    private Path data = Path.of("");

    /** How it ended and all that it said. */
    private record Ended(int code, String said) {}

    @BeforeEach
    void built() throws IOException {
        data = root.resolve("data");
        var layout = Files.createDirectories(root.resolve("target/run"));
        script(Files.readString(Path.of("motcua")));
        var jar = Files.createFile(root.resolve("target/motcua.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "vn.motcua.Motcua");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(it -> !it.endsWith("test-classes"))
                                .map(it -> Path.of(it).toAbsolutePath().toUri())
                                .map(URI::toASCIIString)
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(layout.resolve("motcua.jar")), manifest).close();
    }

    @Test
    void withoutAJdk25ItSaysWhatIsMissing() throws Exception {
        var machine = Files.createDirectories(root.resolve("machine"));
        var old = jdk(machine.resolve("usr/lib/jvm/jdk-17"), "17.0.12");
        script(Files.readString(Path.of("motcua"))
                .replace(" /usr/", " " + machine + "/usr/")
                .replace(" /opt/", " " + machine + "/opt/")
                .replace(" /Library/", " " + machine + "/Library/")
                .replace("/usr/libexec/java_home", machine + "/java_home"));

        var ended = run(Map.of("JAVA_HOME", old.toString()), "run", "--data", data.toString());

        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.said()).contains("Không tìm thấy JDK 25", "No JDK 25 was found", "JAVA_HOME");
        assertThat(data).doesNotExist();

        Files.createSymbolicLink(
                Files.createDirectories(machine.resolve("usr/lib/jvm")).resolve("temurin-25-jdk"),
                Path.of(System.getProperty("java.home")));
        try (var taken = taken()) {
            assertThat(run(Map.of("JAVA_HOME", old.toString()), "run", "--port", port(taken), "--data", data.toString())
                            .code())
                    .as("the one in a usual place is found although JAVA_HOME names an old one")
                    .isEqualTo(11);
        }
    }

    @Test
    void aWrongOptionIsSaidWithTheRightOnes() throws Exception {
        for (var wrong : List.of(
                List.of("run", "--prot", "8080"),
                List.of("run", "--port"),
                List.of("run", "--port", "acht"),
                List.of("run", "--port", "70000"),
                List.of("run", "--data="),
                List.of("build", "--fast"),
                List.of("start"))) {
            var ended = run(Map.of(), wrong.toArray(String[]::new));

            assertThat(ended.code()).as(wrong.toString()).isEqualTo(2);
            assertThat(ended.said()).contains("Không hiểu: ", "Not understood: ", "./motcua run [--port N]");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingIsMade() throws Exception {
        try (var taken = taken()) {
            var ended = run(Map.of(), "run", "--port", port(taken), "--data", data.toString());

            assertThat(ended.code()).isEqualTo(11);
            assertThat(ended.said()).contains(port(taken), "--port").doesNotContain("\tat ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aFolderOfANewerProgramIsLeftAsItIs() throws Exception {
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("version"), "2\n");
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "19\n");
        var before = content(data);

        var ended = run(Map.of(), "run", "--port", "0", "--data", data.toString());

        assertThat(ended.code()).isEqualTo(13);
        assertThat(ended.said()).contains(data.toString()).doesNotContain("\tat ");
        assertThat(content(data)).isEqualTo(before);
    }

    @Test
    void aFullDiskStopsTheFirstStartAndAnyLaterOneAndDamagesNothing() throws Exception {
        Files.createDirectories(data);
        var disk = """
                set -e
                mount -t tmpfs -o size=60m motcua "$1"
                echo mounted
                mkdir "$1/data" && echo "of somebody" >"$1/data/kept"
                once() { code=0; ./motcua run --empty --port 0 --data "$1/data" || code=$?; echo "ended $code"; }
                once "$1"
                cat "$1/data/kept"
                mount -o remount,size=2g "$1"
                once "$1"
                used=$(du -sm "$1" | cut -f1)
                mount -o remount,size=$((used + 20))m "$1"
                once "$1"
                mount -o remount,size=2g "$1"
                once "$1"
                """;
        var ended = start(
                Map.of("MOTCUA_JAVA_OPTS", "-Dmotcua.exit-when-ready=true"),
                List.of("unshare", "--mount", "--map-root-user", "sh", "-c", disk, "sh", data.toString()));
        assumeTrue(ended.said().contains("mounted"), "this machine lets nobody mount a small disk");

        assertThat(ended.said().lines().filter(it -> it.startsWith("ended ") || it.equals("of somebody")))
                .as(ended.said())
                .containsExactly("ended 15", "of somebody", "ended 0", "ended 15", "ended 0");
        assertThat(ended.said()).contains("MB").doesNotContain("\tat ");
    }

    private void script(String text) throws IOException {
        var script = root.resolve("motcua");
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder that looks like a JDK of that version. */
    private static Path jdk(Path home, String version) throws IOException {
        var programs = Files.createDirectories(home.resolve("bin"));
        for (var name : List.of("java", "javac")) {
            var program = Files.writeString(programs.resolve(name), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Ended run(Map<String, String> variables, String... words) throws Exception {
        var command = new java.util.ArrayList<>(List.of(root.resolve("motcua").toString()));
        command.addAll(List.of(words));
        return start(variables, command);
    }

    private Ended start(Map<String, String> variables, List<String> command) throws Exception {
        var said = root.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("HOME", root.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        var process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }

    private static Map<String, String> content(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                content.put(
                        folder.relativize(file).toString(),
                        Files.isDirectory(file) ? "" : HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
