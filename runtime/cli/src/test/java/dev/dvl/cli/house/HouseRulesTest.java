package dev.dvl.cli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.codec.OpCodec;
import dev.dvl.engine.plan.codec.PlanReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the one-way arrows: grammar, compiler, stdlib, engine, providers, command line. */
class HouseRulesTest {

  private static final String ROOT = "dev.dvl.";
  private static final Pattern MODULE = Pattern.compile("/src/main/java/dev/dvl/([a-z]+)/");
  private static final SourceTree TREE = SourceTree.here();
  private static final Set<String> PROVIDERS = providers();

  /** The arrows: what each module may know of the others. */
  private static final Map<String, Set<String>> KNOWS =
      Map.of(
          "grammar", Set.of(),
          "compiler", Set.of("grammar"),
          "goldens", Set.of(),
          "codegen", Set.of("compiler"),
          "stdlib", Set.of("compiler"),
          "engine", Set.of("compiler"),
          "contract", Set.of("compiler", "engine", "stdlib"),
          "vimgen", Set.of(),
          "packaging", Set.of(),
          "cli", Set.of("compiler", "stdlib", "engine", "sandbox"));

  private static final Set<String> PROVIDER_KNOWS = Set.of("compiler", "stdlib", "engine");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.dvl");

  /** What goes into a stage, and what comes out of it. */
  private static final Set<String> OPEN_ROOMS =
      Set.of(
          "dev.dvl.compiler.check.result",
          "dev.dvl.compiler.ir.codec",
          "dev.dvl.compiler.lower.input",
          "dev.dvl.engine.plan.codec",
          "dev.dvl.engine.plan.input");

  /** An op says by its role what it does; the word for a call is its provider's. */
  @Test
  void theEngineOnlyShowsTheWordForACall() {
    noClasses()
        .that()
        .resideInAPackage("dev.dvl.engine..")
        .and()
        .doNotBelongToAnyOf(Op.class, OpCodec.class, PlanReport.class)
        .and()
        .doNotHaveFullyQualifiedName("dev.dvl.engine.apply.OpCall")
        .should()
        .callMethod(Op.class, "call")
        .orShould()
        .callMethod(Op.Request.class, "call")
        .check(CLASSES);
  }

  /** A library, and the only packages that may know it. */
  private record Border(String library, List<String> homes) {

    Border(String library, String... homes) {
      this(library, List.of(homes));
    }

    ArchRule rule() {
      return noClasses()
          .that()
          .resideOutsideOfPackages(homes.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library)
          .allowEmptyShould(true);
    }
  }

  @TestFactory
  Stream<DynamicTest> aLibraryStaysInsideItsPackage() {
    return Stream.of(
            new Border("org.antlr..", "dev.dvl.grammar..", "dev.dvl.compiler.parse.."),
            new Border("dev.dvl.grammar..", "dev.dvl.grammar..", "dev.dvl.compiler.parse.."),
            new Border("com.google.re2j..", "dev.dvl.compiler.eval.."),
            new Border("com.palantir.javapoet..", "dev.dvl.codegen..", "dev.dvl.vimgen.."),
            new Border("dev.dvl.vsphere.wire.vim..", "dev.dvl.vsphere.wire.."),
            new Border(
                "java.net.http..",
                "dev.dvl.vsphere.http..",
                "dev.dvl.vsphere.wire..",
                "dev.dvl.vsphere.rest.."),
            new Border("com.github.dockerjava..", "dev.dvl.docker.client.."),
            new Border("com.fasterxml.jackson.databind..", "dev.dvl.docker.client.."),
            new Border("com.jcraft..", "dev.dvl.docker.ssh.client.."),
            new Border("org.yaml.snakeyaml..", "dev.dvl.cli.."),
            new Border("org.jline..", "dev.dvl.cli.console.."),
            new Border("org.junit..", "dev.dvl.goldens..", "dev.dvl.contract.."))
        .map(border -> DynamicTest.dynamicTest(border.library(), () -> check(border.rule())));
  }

  @TestFactory
  Stream<DynamicTest> aModuleKnowsNoOthersThanItMay() {
    return modules()
        .map(module -> DynamicTest.dynamicTest(module, () -> check(knowsNoOthers(module))));
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(modules()).allSatisfy(it -> assertThat(CLASSES.containPackage(ROOT + it)).isTrue());
    assertThat(modules()).containsAll(PROVIDERS).contains("compiler", "engine", "cli");
  }

  @Test
  void planningKnowsNoWriter() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.dvl.engine.plan..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.dvl.engine.provider.Writer"));
  }

  @Test
  void theDoorToVSphereKnowsNoWire() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.dvl.vsphere.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.dvl.vsphere.http..", "dev.dvl.vsphere.wire..", "dev.dvl.vsphere.rest.."));
  }

  @Test
  void packagesOfDockerFormNoCycle() {
    check(slices().matching("dev.dvl.docker.(*)..").should().beFreeOfCycles());
  }

  @Test
  void packagesOfVSphereFormNoCycle() {
    check(slices().matching("dev.dvl.vsphere.(*)..").should().beFreeOfCycles());
  }

  @Test
  void packagesOfTheWireFormNoCycle() {
    check(slices().matching("dev.dvl.vsphere.wire.(*)..").should().beFreeOfCycles());
  }

  @Test
  void theCompilerDoesNoInputOrOutput() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.dvl.compiler..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..")
            .orShould()
            .accessField(System.class, "in"));
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.dvl.cli..", "dev.dvl.codegen..", "dev.dvl.packaging..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void stagesOfTheCompilerFormNoCycle() {
    check(slices().matching("dev.dvl.compiler.(*)..").should().beFreeOfCycles());
  }

  @Test
  void roomsOfTheCompilerFormNoCycle() {
    check(slices().matching("dev.dvl.compiler.(**)").should().beFreeOfCycles());
  }

  /** A stage has one door: what its rooms show one another is for no other stage. */
  @TestFactory
  Stream<DynamicTest> aRoomIsItsStagesOwn() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(it -> it.matches("dev\\.dvl\\.(compiler|engine)\\.\\w+\\.\\w+"))
        .filter(it -> !OPEN_ROOMS.contains(it))
        .distinct()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room, () -> check(new Border(room, stageOf(room) + "..").rule())));
  }

  private static String stageOf(String room) {
    return room.substring(0, room.lastIndexOf('.'));
  }

  @Test
  void packagesOfTheEngineFormNoCycle() {
    check(slices().matching("dev.dvl.engine.(**)").should().beFreeOfCycles());
  }

  @Test
  void aNameSaysWhatAClassIs() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)"));
  }

  @Test
  void noSimpleNameStandsForThreeThings() {
    Map<String, List<String>> homes =
        TREE.mainJava()
            .filter(file -> !file.endsWith("/package-info.java"))
            .collect(
                Collectors.groupingBy(
                    file -> file.substring(file.lastIndexOf('/') + 1),
                    TreeMap::new,
                    Collectors.toList()));
    assertThat(homes.values()).filteredOn(it -> it.size() > 2).isEmpty();
  }

  private static ArchRule knowsNoOthers(String module) {
    Set<String> known =
        Objects.requireNonNull(
            PROVIDERS.contains(module) ? PROVIDER_KNOWS : KNOWS.get(module),
            () -> "say in KNOWS what `" + module + "` may know");
    return noClasses()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            modules()
                .filter(it -> !it.equals(module) && !known.contains(it))
                .map(HouseRulesTest::packageOf)
                .toArray(String[]::new));
  }

  /** The packages right below the root: a folder of sources each. */
  private static Stream<String> modules() {
    return TREE.mainJava()
        .flatMap(file -> MODULE.matcher(file).results())
        .map(it -> it.group(1))
        .distinct()
        .sorted();
  }

  private static Set<String> providers() {
    return ProviderClasses.packages().stream()
        .map(it -> it.substring(ROOT.length()))
        .collect(Collectors.toSet());
  }

  private static String packageOf(String module) {
    return ROOT + module + "..";
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
