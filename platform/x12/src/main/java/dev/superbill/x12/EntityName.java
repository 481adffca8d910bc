package dev.superbill.x12;

/**
 * A person or organisation: NM1.
 *
 * @param entity NM101: {@code QC} patient, {@code IL} subscriber, {@code 82} rendering, {@code 85} billing, {@code PR}
 *     payer …
 * @param type NM102: {@code 1} person, {@code 2} organisation
 * @param last NM103: last name, or the organisation's name
 * @param first NM104
 * @param middle NM105
 * @param suffix NM107
 * @param idQualifier NM108: {@code XX} NPI, {@code MI} member id, {@code PI} payer id, {@code 46} ETIN …
 * @param id NM109
 */
public record EntityName(
        String entity,
        String type,
        String last,
        String first,
        String middle,
        String suffix,
        String idQualifier,
        String id) {

    /** A person. */
    public static EntityName person(String entity, String last, String first, String idQualifier, String id) {
        return new EntityName(entity, "1", last, first, "", "", idQualifier, id);
    }

    /** An organisation. */
    public static EntityName organization(String entity, String name, String idQualifier, String id) {
        return new EntityName(entity, "2", name, "", "", "", idQualifier, id);
    }

    /** Reads an NM1. */
    public static EntityName read(Segment nm1) {
        return new EntityName(
                nm1.code(1),
                nm1.code(2),
                nm1.element(3),
                nm1.element(4),
                nm1.element(5),
                nm1.element(7),
                nm1.code(8),
                nm1.element(9));
    }

    /** Writes an NM1. */
    public void write(SegmentWriter out) {
        out.start("NM1")
                .add(entity)
                .add(type)
                .add(last)
                .add(first)
                .add(middle)
                .add("")
                .add(suffix);
        out.add(idQualifier).add(id).end();
    }

    /** The same name in another part. */
    public EntityName as(String otherEntity) {
        return new EntityName(otherEntity, type, last, first, middle, suffix, idQualifier, id);
    }
}
