package vn.motcua.catalogue;

/** The question which national databases this program can really ask; answered by whoever speaks to them. */
@FunctionalInterface
public interface DataSources {

    /**
     * Whether the database gives its data here and now.
     *
     * @param source as packages name it, e.g. {@code CSDLQGVDC}
     */
    boolean available(String source);
}
