package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every fenced block of the pages.
 *
 * <table>
 * <caption>What stands behind the opening fence</caption>
 * <tr><td>{@code dvl}</td><td>a whole program without a diagnostic</td></tr>
 * <tr><td>{@code dvl,part}</td><td>all parts of a page make one such program</td></tr>
 * <tr><td>{@code dvl,fails DVL2001}</td><td>a program with just this code</td></tr>
 * <tr><td>{@code …,file=NAME}</td><td>is also that file for the consoles of the page</td></tr>
 * <tr><td>{@code console}</td><td>a session in the project's folder; where no output is shown, the
 *   lines with {@code ./dvl} are run on the sandbox and must succeed</td></tr>
 * <tr><td>{@code console,docker}</td><td>the same on the engine for tests, if there is one</td></tr>
 * <tr><td>{@code console,ssh}, {@code console,vcenter}</td><td>the same on a server and in a vCenter,
 *   which stand in for those that the page names ({@link Stand})</td></tr>
 * <tr><td>{@code json}</td><td>one JSON value</td></tr>
 * <tr><td>{@code text}</td><td>is not run; {@link #TEXTS} counts them</td></tr>
 * </table>
 *
 * <p>With {@code -Ddvl.goldens=write} sessions that differ and codes that are missing are written
 * into the page.
 */
class DocsTest {

  /** How many blocks of each page are shown only. */
  private static final Map<String, Integer> TEXTS =
      Map.of("README.md", 1, "docs/architecture.md", 1, "docs/grammar.md", 5, "docs/vsphere.md", 1);

  @TestFactory
  List<DynamicContainer> blocks(@TempDir Path temp) throws IOException {
    List<DynamicContainer> pages = new ArrayList<>();
    for (Page page : Page.all()) {
      Path folder = Files.createDirectories(temp.resolve(page.name().replace('/', '-')));
      PageRun run = new PageRun(page, Project.in(folder));
      pages.add(
          DynamicContainer.dynamicContainer(
              page.name(), page.file().toUri(), run.tests().stream()));
    }
    return pages;
  }

  @TestFactory
  List<DynamicTest> links() {
    return Page.all().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.name(),
                    () -> assertThat(page.links()).allSatisfy(it -> assertThat(it).exists())))
        .toList();
  }

  @Test
  void fewBlocksAreShownOnly() {
    Map<String, Integer> texts =
        Page.all().stream()
            .collect(
                Collectors.toMap(
                    Page::name,
                    page -> (int) page.fences().stream().filter(it -> it.is("text")).count()));
    texts.values().removeIf(count -> count == 0);
    assertThat(texts).isEqualTo(TEXTS);
  }
}
