package vn.motcua.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records in the shape of the national database that nobody ever published: their names say so. */
final class SyntheticRecords {

    private SyntheticRecords() {}

    /** So many of them, each with cases, documents, steps, ways of filing and legal texts. */
    static void write(Path file, int records, String word) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"code\": \"OK\", \"data\": [\n");
            for (int i = 0; i < records; i++) {
                out.write((i == 0 ? "" : ",\n") + record(i, word));
            }
            out.write("\n]}\n");
        }
    }

    private static String record(int i, String word) {
        var documents = new StringBuilder();
        for (int d = 0; d < 8; d++) {
            documents.append(d == 0 ? "" : ",").append("""
                    {"name": "Giấy tờ bịa ra số %d theo mẫu ban hành kèm theo văn bản bịa ra", "code": "000.00.00.G99-KQ%06d",
                     "originalQty": 1, "copyQty": %d, "required": false}""".formatted(d, i * 8 + d, d % 3));
        }
        var step = "Tổ chức, cá nhân nộp hồ sơ; cơ quan tiếp nhận kiểm tra, thẩm định và trả kết quả. ".repeat(10);
        return """
                {"code": "9.%06d", "name": "Thủ tục bịa ra để thử số %d: %s", "isWard": %s, "isProvince": true,
                 "executionSteps": [{"name": "Bước 1", "description": "%s"}, {"name": "Bước 2", "description": "%s"}],
                 "executionMethods": [
                  {"submissionMethod": "ONLINE", "processingTime": %d, "processingTimeUnit": "WORKING_DAY",
                   "fees": [{"type": "SERVICE_FEE", "value": %d, "description": "mỗi hồ sơ"}]},
                  {"submissionMethod": "DIRECT", "processingTime": 30, "processingTimeUnit": "DAY",
                   "description": "Trường hợp phải xác minh: không quá 45 ngày"}],
                 "executionCases": [{"name": "Cấp mới", "profileComponents": [%s]}, {"name": "Cấp lại", "profileComponents": [%s]}],
                 "categoriesDetails": [{"name": "Lĩnh vực bịa ra"}], "unitGroupsExecuting": [{"name": "Cơ quan bịa ra"}],
                 "legalBasisesDetails": [{"name": "Văn bản bịa ra", "code": "%d/2026/NĐ-BR"}],
                 "resultsDetails": [{"name": "Kết quả bịa ra", "code": "KQ.G99.%06d"}],
                 "subjectTypesDetails": [{"name": "Công dân Việt Nam"}], "departmentPromulgateCode": "G99",
                 "departmentPromulgateName": "Bộ bịa ra", "procedureProposal": {"proposalNumber": "%d/QĐ-BR"},
                 "requirementsAndConditions": "Không có"}""".formatted(i, i, word, i % 2 == 0, step, step, 1 + i % 30, i * 100, documents, documents, i, i, i);
    }
}
