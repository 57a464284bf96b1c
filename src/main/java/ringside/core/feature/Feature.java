package ringside.core.feature;

/**
 * One question that is put to every platform: a row of the matrix.
 *
 * @param group the subject area, for people: Mobility, Storage
 * @param name for people
 * @param description what is being asked, in at most 140 characters
 * @param basic whether the study of 2013 compared the platforms by it first
 */
public record Feature(String id, String group, String name, String description, boolean basic) {}
