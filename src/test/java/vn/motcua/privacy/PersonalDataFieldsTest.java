package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.GeneratedDoc;
import vn.motcua.support.WholeProgram;

/** Every stored column that could hold personal data is in the list of which is kept why and how long, exactly once. */
@WholeProgram
class PersonalDataFieldsTest {

    private final JsonNode list = new YAMLMapper()
            .readTree(Path.of("src/main/resources/privacy/fields.yaml").toFile());

    private final FreshDatabase database;

    @Autowired
    PersonalDataFieldsTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void everyColumnIsListedOnce() throws SQLException {
        var listed = new ArrayList<String>();
        list.get("classes").forEach(it -> listed.addAll(columns(it.get("columns"))));
        listed.addAll(columns(list.get("notPersonal")));

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listed)).isEqualTo(stored());
    }

    @Test
    void everyClassSaysWhyOnWhichBasisAndHowLong() {
        assertThat(list.get("classes").values()).hasSizeGreaterThan(4).allSatisfy(it -> {
            for (var what : List.of("purpose", "kept")) {
                assertThat(it.path(what).path("vi").asString("")).isNotBlank();
                assertThat(it.path(what).path("en").asString("")).isNotBlank();
                assertThat(it.path(what)).hasSize(2);
            }
            assertThat(it.path("law").asString("")).isNotBlank();
        });
    }

    @Test
    void theListInTheDocsIsTheListOfTheProgram() {
        var rows = list.get("classes").properties().stream()
                .map(it -> "| %s | %s | %s | %s | %s |"
                        .formatted(
                                it.getValue().get("en").asString(),
                                it.getValue().get("purpose").get("en").asString(),
                                it.getValue().get("law").asString(),
                                it.getValue().get("kept").get("en").asString(),
                                columns(it.getValue().get("columns")).stream()
                                        .map(column -> "`" + column + "`")
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        GeneratedDoc.isCurrent("personal-data.md", """
                # Personal data

                Which stored columns hold personal data, drawn from `src/main/resources/privacy/fields.yaml`. A column that is not in that list
                fails a test.

                | class | why | on which basis | how long | columns |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(rows));
    }

    private static List<String> columns(JsonNode tables) {
        return tables.properties().stream()
                .flatMap(it -> it.getValue().valueStream().map(column -> it.getKey() + "." + column.asString()))
                .toList();
    }

    /** Those of text, day, JSON and bytes. */
    private Set<String> stored() throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var rows = sql.executeQuery("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                            and c.table_name not like 'flyway%' and c.udt_name in ('text', '_text', 'date', 'jsonb', 'bytea')
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
