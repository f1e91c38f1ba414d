package vn.motcua.shared;

/**
 * Whose system this is: a ministry, a province or a national body. It comes first in every key, and PostgreSQL's
 * row-level security keeps one tenant's rows from another's even when the SQL forgets to.
 *
 * @param value 0 for what is national (people, catalogue, directory), else the tenant's own number
 */
public record TenantId(int value) {

    /** What belongs to the whole country: people, organisations, the catalogue's national part, the directory. */
    public static final TenantId NATIONAL = new TenantId(0);

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
