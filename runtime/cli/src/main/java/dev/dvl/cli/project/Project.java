package dev.dvl.cli.project;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import java.nio.file.Path;
import java.util.List;

/**
 * A program's text.
 *
 * @param folder that relative paths of the program start from
 * @param files those that could be read
 */
public record Project(Path folder, SourceMap sources, List<SourceFile> files) {
  public Project {
    files = List.copyOf(files);
  }
}
