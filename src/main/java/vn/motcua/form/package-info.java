/**
 * E-forms as reviewed text: definitions read from {@code form.yaml}, conditions in CEL, validation, code lists, and the
 * templates that show a form. A pure library: it knows no dossier, no draft and no database.
 */
@ApplicationModule(
        displayName = "Form",
        allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
