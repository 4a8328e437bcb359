package dev.dvl.cli.render;

import dev.dvl.compiler.schema.Impact;

/** What a change costs, in words for people. */
final class ImpactWords {
  private ImpactWords() {}

  static String of(Impact impact) {
    return switch (impact) {
      case NONE -> "nothing on the platform";
      case LIVE -> "live";
      case RESTART -> "restart";
      case POWER_OFF -> "power off";
      case REWIND -> "goes back, DATA LOSS";
      case REPLACE -> "replace";
      case DATA_LOSS -> "DATA LOSS";
      case REFUSE -> "cannot be done";
    };
  }
}
