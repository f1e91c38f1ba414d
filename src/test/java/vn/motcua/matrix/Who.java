package vn.motcua.matrix;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of callers, each with the person of the demonstration that plays it. */
enum Who {
    NOBODY(""),
    /** Whose dossiers, drafts, papers and questions they are. */
    OWNER("Nguyễn Văn Quân"),
    ANOTHER_CITIZEN("Đặng Thị Hương"),
    /** The organisation of the owner, through the owner: what is a person's own is not its. */
    BUSINESS_OF_THE_OWNER("Nguyễn Văn Quân", "5399990000"),
    /** An organisation through somebody else. */
    ANOTHER_BUSINESS("Trần Minh Khôi", "0499990005"),
    /** A trusted helper to whose help the owner agreed. */
    HELPER("Vàng Thị Phượng"),
    /** Whom the owner has chosen to act for them in everything. */
    REPRESENTATIVE("Giàng A Sình"),
    /** The same, until the owner ended it. */
    FORMER_REPRESENTATIVE("Phan Đình Phước"),
    /** A parent, for their child, who is not the owner. */
    PARENT("Lý Thị Mẩy"),
    /** Receives at the one-stop that holds the dossiers. */
    RECEIVER("Trần Thu Hà"),
    /** Appraises them. */
    SPECIALIST("Phạm Quốc Việt"),
    /** Of another unit, who stands in for the specialist. */
    STAND_IN("Giàng Thị Sáo"),
    /** Of another unit, who stood in for the specialist until it was ended. */
    FORMER_STAND_IN("Vàng Thị Dung"),
    /** Decides them, and leads the units in which they lie. */
    LEADER("Vũ Đức Thành"),
    /** Numbers and seals the results. */
    CLERK("Lù Thị Hiền"),
    /** Of another unit of the same tenant. */
    OFFICER_ELSEWHERE("Nguyễn Tiến Lâm"),
    /** Leads another unit of the same tenant. */
    LEADER_ELSEWHERE("Vũ Thị Phương Thủy"),
    ARCHIVIST("Giàng Thị Mo"),
    INSPECTOR("Hoàng Thị Nguyệt"),
    ADMINISTRATOR("Vũ Thị Thu Trang"),
    /** Of another tenant, in the same role as the receiver. */
    OFFICER_OF_ANOTHER_TENANT("Nguyễn Thị Mai Thủy"),
    LEADER_OF_ANOTHER_TENANT("Nguyễn Thị Phương Yến"),
    ADMINISTRATOR_OF_ANOTHER_TENANT("Huỳnh Thị Thu Vân"),
    /** Lets agencies take part, and has none. */
    NATIONAL_ADMINISTRATOR("Đàm Thị Bích Hạnh"),
    /** Looks after the sector for its ministry. */
    SECTOR_SUPERVISOR("Đỗ Thị Lan Chi"),
    /** Writes procedures of a ministry. */
    PROCEDURE_AUTHOR("Nguyễn Hoài Phương"),
    /** Reviews them. */
    PROCEDURE_REVIEWER("Phan Thế Hiển");

    private final String persona;
    private final String taxCode;

    Who(String persona) {
        this(persona, "");
    }

    Who(String persona, String taxCode) {
        this.persona = persona;
        this.taxCode = taxCode;
    }

    /** The name in the demonstration, empty for nobody. */
    String persona() {
        return persona;
    }

    /** The organisation for which they sign in, empty when for themselves. */
    String taxCode() {
        return taxCode;
    }

    /** Whom a page for everybody lets in: not who acts by a mandate that is over. */
    static Set<Who> everybody() {
        return EnumSet.complementOf(EnumSet.of(FORMER_REPRESENTATIVE));
    }

    static Set<Who> citizens() {
        return EnumSet.of(OWNER, ANOTHER_CITIZEN);
    }

    /** Who files for themselves. */
    static Set<Who> applicants() {
        return EnumSet.of(OWNER, ANOTHER_CITIZEN, BUSINESS_OF_THE_OWNER, ANOTHER_BUSINESS);
    }

    /** Who acts for another person, under addresses of their own. */
    static Set<Who> agents() {
        return EnumSet.of(HELPER, REPRESENTATIVE, FORMER_REPRESENTATIVE, PARENT);
    }

    /** Whose mandates last. */
    static Set<Who> agentsInForce() {
        return EnumSet.of(HELPER, REPRESENTATIVE, PARENT);
    }

    /** The owner, and who acts for them. */
    static Set<Who> owner() {
        return EnumSet.of(OWNER, HELPER, REPRESENTATIVE);
    }

    static Set<Who> officers() {
        var officers = EnumSet.allOf(Who.class);
        officers.removeAll(applicants());
        officers.removeAll(agents());
        officers.removeAll(administrators());
        officers.remove(NOBODY);
        return officers;
    }

    static Set<Who> administrators() {
        return EnumSet.of(ADMINISTRATOR, ADMINISTRATOR_OF_ANOTHER_TENANT, NATIONAL_ADMINISTRATOR);
    }

    /** Who sees the dossiers at the desk: the units that have to do with them, and who leads those. */
    static Set<Who> desk() {
        return EnumSet.of(RECEIVER, SPECIALIST, STAND_IN, LEADER, CLERK);
    }
}
