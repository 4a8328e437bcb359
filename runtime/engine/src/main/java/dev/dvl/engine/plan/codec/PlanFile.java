package dev.dvl.engine.plan.codec;

import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan saved in a file. */
public final class PlanFile {
  /** What the first field of a plan file says. */
  static final String FORMAT = "dvl-plan-6";

  private PlanFile() {}

  public static void save(Plan plan, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      PlanWriter.write(plan, out);
    }
  }

  /** Reads a plan; what is no plan file, or one of another format, is an {@link IOException}. */
  public static Plan load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PlanReader.read(in);
    }
  }
}
