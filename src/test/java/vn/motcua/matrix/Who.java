package vn.motcua.matrix;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of callers, each with the person of the demonstration that plays it. */
enum Who {
    NOBODY(""),
    /** Whose dossiers, drafts, papers and questions they are. */
    OWNER("Nguyễn Văn Quân"),
    ANOTHER_CITIZEN("Đặng Thị Hương"),
    /** Receives at the one-stop that holds the dossiers. */
    RECEIVER("Trần Thu Hà"),
    /** Appraises them. */
    SPECIALIST("Phạm Quốc Việt"),
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
    SECTOR_SUPERVISOR("Đỗ Thị Lan Chi");

    private final String persona;

    Who(String persona) {
        this.persona = persona;
    }

    /** The name in the demonstration, empty for nobody. */
    String persona() {
        return persona;
    }

    static Set<Who> everybody() {
        return EnumSet.allOf(Who.class);
    }

    static Set<Who> applicants() {
        return EnumSet.of(OWNER, ANOTHER_CITIZEN);
    }

    static Set<Who> officers() {
        var officers = EnumSet.allOf(Who.class);
        officers.removeAll(applicants());
        officers.removeAll(administrators());
        officers.remove(NOBODY);
        return officers;
    }

    static Set<Who> administrators() {
        return EnumSet.of(ADMINISTRATOR, ADMINISTRATOR_OF_ANOTHER_TENANT, NATIONAL_ADMINISTRATOR);
    }

    /** Who sees the dossiers at the desk: the units that have to do with them, and who leads those. */
    static Set<Who> desk() {
        return EnumSet.of(RECEIVER, SPECIALIST, LEADER, CLERK);
    }
}
