package vn.motcua.dossier;

import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.shared.TenantId;

/**
 * That a dossier is one part of a linked filing (hồ sơ liên thông).
 *
 * @param home in whose system the whole was filed
 * @param group the revision of the group of linked procedures
 * @param part the part's name in the group
 * @param place which part it is, from 1, as it stands after the tracking code
 * @param limit how long this part's agency has from its own reception
 */
public record Link(TenantId home, RevisionId group, String part, int place, TimeLimit limit) {}
