package dev.dvl.engine.local;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digests of what a resource takes from files: of the context of its {@code build} block, and
 * of each source among its {@code files}. They are values of the attributes that its schema marks
 * as resolved, so that a change of a file is a change of the resource.
 *
 * @param project the folder that relative paths of the program start from
 */
public record LocalFiles(Path project) {

  /**
   * Values by their dotted names: {@code build.context_digest}, {@code file_digests}. What is not
   * there or cannot be used is added to {@code findings}.
   */
  public Map<String, Value> digests(Instance instance, List<Finding> findings) {
    Map<String, Value> found = new TreeMap<>(new Builds(project).digests(instance, findings));
    found.putAll(new CopiedFiles(project).digests(instance, findings));
    return found;
  }
}
