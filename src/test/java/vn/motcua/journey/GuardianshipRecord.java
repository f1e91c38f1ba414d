package vn.motcua.journey;

/**
 * The published record of the end of a guardianship in the shape in which the national database gives it: code, name, times,
 * result and legal texts as published; the two documents are worded for the test.
 */
final class GuardianshipRecord {

    static final String FILE = """
            {"code": "OK", "data": {
              "id": "019d2bfd-6724-715f-822c-28e986912730",
              "code": "1.004845",
              "name": "Thủ tục đăng ký chấm dứt giám hộ",
              "isWard": true, "isProvince": false, "isMinistry": false, "isOtherAgency": false,
              "categoriesDetails": [{"name": "Hộ tịch"}],
              "competentAgencies": [{"name": "Ủy ban nhân dân cấp xã"}],
              "unitGroupsExecuting": [{"name": "Ủy ban nhân dân cấp xã"}],
              "subjectTypesDetails": [{"name": "Công dân Việt Nam"}],
              "departmentPromulgateCode": "G15",
              "departmentPromulgateName": "Bộ Tư pháp",
              "procedureProposal": {"proposalNumber": "163/QĐ-BTP"},
              "executionMethods": [
                {"submissionMethod": "ONLINE", "processingTime": 2, "processingTimeUnit": "WORKING_DAY", "fees": []},
                {"submissionMethod": "POSTAL", "processingTime": 2, "processingTimeUnit": "WORKING_DAY", "fees": []},
                {"submissionMethod": "DIRECT", "processingTime": 2, "processingTimeUnit": "WORKING_DAY", "fees": []}],
              "executionCases": [{"name": "", "profileComponents": [
                {"name": "Tờ khai đăng ký chấm dứt giám hộ", "originalQty": 1, "copyQty": 0, "hasElectronicForm": true},
                {"name": "Trích lục đăng ký giám hộ đã cấp trước đây", "originalQty": 1, "copyQty": 0,
                 "hasElectronicForm": false}]}],
              "executionSteps": [{"name": "", "description": "Nộp hồ sơ tại Ủy ban nhân dân cấp xã."}],
              "resultsDetails": [{"code": "KQ.G15.000036", "name": "Trích lục đăng ký chấm dứt giám hộ"}],
              "legalBasisesDetails": [{"code": "60/2014/QH13", "name": "Luật Hộ tịch"},
                {"code": "123/2015/NĐ-CP", "name": "Quy định chi tiết một số điều của Luật Hộ tịch"}],
              "requirementsAndConditions": ""}}
            """;

    private GuardianshipRecord() {}
}
