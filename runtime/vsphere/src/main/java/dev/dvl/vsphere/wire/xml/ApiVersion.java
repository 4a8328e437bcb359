package dev.dvl.vsphere.wire.xml;

import java.util.Arrays;
import java.util.List;

/** A version of the vim25 API, such as {@code 8.0.1.0}; missing parts count as zero. */
public record ApiVersion(List<Integer> parts) implements Comparable<ApiVersion> {
  public ApiVersion {
    parts = List.copyOf(parts);
  }

  /**
   * Reads numbers with dots between them.
   *
   * @throws MalformedAnswer when it is something else
   */
  public static ApiVersion of(String text) {
    try {
      return new ApiVersion(
          Arrays.stream(text.strip().split("\\.", -1)).map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new MalformedAnswer("no version of the API: " + text, e);
    }
  }

  public boolean atLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    int most = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < most; i++) {
      int difference = Integer.compare(part(i), other.part(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", parts.stream().map(String::valueOf).toList());
  }
}
