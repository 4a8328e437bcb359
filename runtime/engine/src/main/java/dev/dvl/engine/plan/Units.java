package dev.dvl.engine.plan;

/** The units of a dimension, largest first. */
enum Units {
  SIZE(
      new String[] {"TiB", "TB", "GiB", "GB", "MiB", "MB", "KiB", "kB", "B"},
      new long[] {
        1L << 40, 1_000_000_000_000L, 1L << 30, 1_000_000_000L, 1L << 20, 1_000_000L, 1L << 10, 1_000L,
        1L
      }),
  DURATION(
      new String[] {"d", "h", "min", "s", "ms", "us", "ns"},
      new long[] {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
      }),
  FREQUENCY(
      new String[] {"GHz", "MHz", "Hz"}, new long[] {1_000_000_000L, 1_000_000L, 1L});

  private final String[] names;
  private final long[] sizes;

  Units(String[] names, long[] sizes) {
    this.names = names;
    this.sizes = sizes;
  }

  String text(long amount) {
    int unit = 0;
    while (unit < sizes.length - 1 && (amount == 0 || amount % sizes[unit] != 0)) {
      unit++;
    }
    return amount / sizes[unit] + names[unit];
  }
}
