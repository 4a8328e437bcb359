package dev.dvl.codegen;

/** How much of a resource a record knows. */
enum Extent {
  /** All of it, for calls that make: a field is there, or it may be absent and is. */
  WHOLE("", "Spec", "Takes a known value apart."),
  /** Any part of it, for plans, findings and changes: each field is unset, known or later. */
  PART("Part", "Part", "Takes a value apart as far as it is known.");

  private final String ofInner;
  private final String ofKind;
  private final String reading;

  Extent(String ofInner, String ofKind, String reading) {
    this.ofInner = ofInner;
    this.ofKind = ofKind;
    this.reading = reading;
  }

  /** The name of a record for a block or an object: {@code VmDisk}, {@code VmDiskPart}. */
  String inner(String simple) {
    return simple + ofInner;
  }

  /** The name of the record for a kind: {@code VmSpec}, {@code VmPart}. */
  String kind(String simple) {
    return simple + ofKind;
  }

  /** What a record's {@code of} does. */
  String reading() {
    return reading;
  }
}
