package dev.dvl.vsphere.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags and categories are made and attached, and what others have attached stays. */
@Tag("vcenter")
class TagsTest {
  private static VCenter vcenter;
  private static Stranger stranger;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 1, \"hosts\": 1, \"standaloneHosts\": 0}");
    stranger = Stranger.at(vcenter);
  }

  @AfterAll
  static void giveBack() throws Exception {
    if (vcenter != null) {
      stranger.close();
      vcenter.close();
    }
  }

  @BeforeEach
  void bench() {
    bench = bench(folder);
  }

  private static Bench bench(Path at) {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "default"),
            at)
        .secret("vc_password", vcenter.password());
  }

  private static String program(String rest) {
    return """
    module tags { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s}
    """
            .formatted(vcenter.settings())
        + rest;
  }

  @Test
  void tagsAreMadeAttachedMendedAndTakenOff() throws Exception {
    String category = stranger.session().tags().createCategory("outside", "", true, List.of());
    String theirs = stranger.session().tags().createTag(category, "theirs", "");
    stranger.session().tags().createTag(category, "asked", "");
    String text =
        program(
            """
            tag_category env on lab { name = "env" }
            tag prod on lab { name = "prod", category = env }
            folder team on lab { name = "team", tags = [prod, "outside/asked"] }
            vm app on lab { name = "app", guest_id = "otherGuest", power = "off", tags = [prod, "outside/asked"] }
            """);
    bench.applied(text);
    assertThat(bench.plan(text).changes()).isEmpty();
    Ref machine = stranger.called("VirtualMachine", "app");
    Ref team = stranger.called("Folder", "team");
    assertThat(on(machine)).containsExactly("env/prod", "outside/asked");
    assertThat(on(team)).containsExactly("env/prod", "outside/asked");

    stranger.session().tags().attach(theirs, machine);
    assertThat(bench.plan(text).changes()).isEmpty();

    stranger.session().tags().detach(id("env/prod"), machine);
    assertThat(paths(bench.plan(text))).containsExactly("app: tags");
    bench.applied(text);
    assertThat(on(machine)).containsExactly("env/prod", "outside/asked", "outside/theirs");

    String fewer = text.replace("[prod, \"outside/asked\"]", "[prod]");
    assertThat(paths(bench.plan(fewer))).containsExactly("app: tags", "team: tags");
    bench.applied(fewer);
    assertThat(bench.plan(fewer).changes()).isEmpty();
    assertThat(on(machine)).containsExactly("env/prod", "outside/theirs");
    assertThat(on(team)).containsExactly("env/prod");

    String none = text.replace("[prod, \"outside/asked\"]", "[]");
    bench.applied(none);
    assertThat(bench.plan(none).changes()).isEmpty();
    assertThat(on(machine)).containsExactly("outside/theirs");

    bench.apply(bench.planDestroy(none));
    assertThat(stranger.session().tags().categories()).noneMatch(it -> it.name().equals("env"));
    stranger.session().tags().deleteCategory(category);
  }

  @Test
  void aTagThatATemplateGotLaterIsTakenOffAgain() throws Exception {
    String category = stranger.session().tags().createCategory("shelf", "", true, List.of());
    for (String name : List.of("first", "later")) {
      stranger.session().tags().createTag(category, name, "");
    }
    String theirs = stranger.session().tags().createTag(category, "theirs", "");
    String text =
        program(
            """
            template base on lab { name = "base", source = "DC0_C0_RP0_VM0", tags = ["shelf/first"] }
            """);
    bench.applied(text);
    Ref base = stranger.called("VirtualMachine", "base");
    stranger.session().tags().attach(theirs, base);
    String both = text.replace("\"shelf/first\"", "\"shelf/first\", \"shelf/later\"");
    bench.applied(both);
    assertThat(bench.plan(both).changes()).isEmpty();
    assertThat(on(base)).containsExactly("shelf/first", "shelf/later", "shelf/theirs");

    bench.applied(text);
    assertThat(bench.plan(text).changes()).isEmpty();
    assertThat(on(base)).containsExactly("shelf/first", "shelf/theirs");
    String none = text.replace("\"shelf/first\"", "");
    bench.applied(none);
    assertThat(on(base)).containsExactly("shelf/theirs");

    bench.apply(bench.planDestroy(none));
    stranger.session().tags().deleteCategory(category);
  }

  @Test
  void withAllLocalFilesGoneThePlanIsEmpty() throws Exception {
    String text =
        program(
            """
            tag_category gone on lab { name = "gone", cardinality = "multiple" }
            tag one on lab { name = "one", category = gone, description = "first" }
            folder box on lab { name = "box", tags = [one, "gone/two"] }
            """);
    String first = text.replace(", \"gone/two\"", "");
    bench.applied(first);
    stranger.session().tags().createTag(category("gone").id(), "two", "");
    bench.applied(text);
    Bench again = bench(folder.resolve("elsewhere")).stack(bench.stack());
    assertThat(again.plan(text).changes()).isEmpty();
    stranger.session().tags().deleteTag(id("gone/two"));
    bench.apply(bench.planDestroy(first));
  }

  @Test
  void namesAreChangedInPlaceAndWhatBearsTagsKeepsThem() throws Exception {
    String text =
        program(
            """
            tag_category tier on lab { name = "tier" }
            tag web on lab { name = "web", category = tier }
            folder shop on lab { name = "shop", tags = [web] }
            """);
    bench.applied(text);
    String before = id("tier/web");
    String renamed =
        text.replace("\"tier\"", "\"level\"")
            .replace("name = \"web\"", "description = \"d\", name = \"front\"");
    Plan plan = bench.plan(renamed);
    assertThat(paths(plan)).containsExactly("tier: name", "web: description", "web: name");
    bench.apply(plan);
    assertThat(bench.plan(renamed).changes()).isEmpty();
    assertThat(id("level/front")).isEqualTo(before);
    assertThat(on(stranger.called("Folder", "shop"))).containsExactly("level/front");

    stranger.session().tags().updateTag(before, "odd", "d");
    assertThat(paths(bench.plan(renamed))).containsExactly("web: name");
    bench.applied(renamed);
    assertThat(id("level/front")).isEqualTo(before);
    bench.apply(bench.planDestroy(renamed));
  }

  @Test
  void aCategoryIsWidenedInPlaceAndNarrowedByANewOne() throws Exception {
    String text =
        program(
            """
            tag_category area on lab { name = "area", types = ["Folder", "VirtualMachine"] }
            tag north on lab { name = "north", category = area }
            folder far on lab { name = "far", tags = [north] }
            """);
    bench.applied(text);
    String before = category("area").id();
    String wider =
        text.replace(
            "\"VirtualMachine\"]",
            "\"VirtualMachine\", \"ResourcePool\"], cardinality = \"multiple\"");
    bench.applied(wider);
    assertThat(bench.plan(wider).changes()).isEmpty();
    assertThat(category("area").id()).isEqualTo(before);
    assertThat(category("area").many()).isTrue();
    assertThat(category("area").types()).contains("ResourcePool");

    Plan narrower = bench.plan(text);
    assertThat(actions(narrower)).contains("area: replace", "north: replace", "far: update");
    ApplyReport report = bench.apply(narrower);
    assertThat(report.diagnostics()).isEmpty();
    assertThat(bench.plan(text).changes()).isEmpty();
    assertThat(category("area").id()).isNotEqualTo(before);
    assertThat(on(stranger.called("Folder", "far"))).containsExactly("area/north");
    bench.apply(bench.planDestroy(text));
  }

  @Test
  void aTagGoesTogetherWithItsUse() throws Exception {
    String text =
        program(
            """
            tag_category brief on lab { name = "brief" }
            tag now on lab { name = "now", category = brief }
            folder place on lab { name = "place", tags = [now] }
            vm unit on lab { name = "unit", guest_id = "otherGuest", power = "off", tags = [now] }
            """);
    bench.applied(text);
    String without = text.replaceAll("(?m)^tag.*\n", "").replace(", tags = [now]", "");
    assertThat(actions(bench.plan(without)))
        .containsExactlyInAnyOrder("now: destroy", "brief: destroy");
    bench.applied(without);
    assertThat(bench.plan(without).changes()).isEmpty();

    bench.applied(text);
    String emptied = text.replaceAll("(?m)^tag.*\n", "").replace("[now]", "[]");
    bench.applied(emptied);
    assertThat(bench.plan(emptied).changes()).isEmpty();
    assertThat(stranger.session().tags().categories()).noneMatch(it -> it.name().equals("brief"));
    bench.apply(bench.planDestroy(without));
  }

  @Test
  void aCategoryWithTagsOfOthersStays() throws Exception {
    String text = program("tag_category full on lab { name = \"full\" }\n");
    bench.applied(text);
    String theirs = stranger.session().tags().createTag(category("full").id(), "theirs", "");
    ApplyReport report = bench.apply(bench.planDestroy(text));
    assertThat(report.diagnostics().toString()).contains("DVL7124").contains("theirs");
    stranger.session().tags().deleteTag(theirs);
    assertThat(bench.apply(bench.planDestroy(text)).diagnostics()).isEmpty();
  }

  @Test
  void whatIsThereAlreadyIsUsedAndNeverRemoved() throws Exception {
    String theirs = stranger.session().tags().createCategory("before", "mine", true, List.of());
    String text = program("tag_category before on lab { name = \"before\" }\n");
    assertThat(bench.plan(text).changes()).isEmpty();
    bench.applied(text.replace("\"before\"", "\"before\", description = \"ours\""));
    assertThat(category("before").description()).isEqualTo("ours");
    bench.apply(bench.planDestroy(text));
    assertThat(category("before").id()).isEqualTo(theirs);
    stranger.session().tags().deleteCategory(theirs);
  }

  @Test
  void whatCannotBeAttachedIsToldWhilePlanning() throws Exception {
    Tags tags = stranger.session().tags();
    String known = tags.createCategory("known", "", false, List.of("VirtualMachine"));
    tags.createTag(known, "production", "");
    tags.createTag(known, "test", "");
    String slash = tags.createCategory("known/a", "", true, List.of());
    tags.createTag(known, "a/b", "");
    tags.createTag(slash, "b", "");

    assertThat(told("vm it on lab { guest_id = \"otherGuest\", tags = [\"known/productoin\"] }"))
        .contains("DVL7110")
        .contains("known/production");
    assertThat(told("vm it on lab { guest_id = \"otherGuest\", tags = [\"knwon/test\"] }"))
        .contains("DVL7110")
        .contains("`known`");
    assertThat(told("vm it on lab { guest_id = \"otherGuest\", tags = [\"known/a/b\"] }"))
        .contains("DVL7111");
    assertThat(told("folder it on lab { name = \"it\", tags = [\"known/test\"] }"))
        .contains("DVL7132");
    assertThat(
            told(
                "vm it on lab { guest_id = \"otherGuest\", tags = [\"known/test\","
                    + " \"known/production\"] }"))
        .contains("DVL7132");
    assertThat(told("tag it on lab { name = \"it\", category = \"knwon\" }")).contains("DVL7110");
    tags.deleteCategory(slash);
    tags.deleteCategory(known);
  }

  @Test
  void aSessionThatEndsInTheMiddleOfAnApplyIsRenewed() throws Exception {
    String text =
        program(
            """
            tag_category ends on lab { name = "ends" }
            tag one on lab { name = "one", category = ends }
            folder hall on lab { name = "hall", tags = [one] }
            """);
    Plan plan = bench.plan(text);
    vcenter.resetCalls();
    vcenter.fault(
        "{\"method\": \"POST /rest/com/vmware/cis/tagging/tag\", \"status\": 401, \"count\": 1}");
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
    vcenter.peace();
    assertThat(bench.plan(text).changes()).isEmpty();
    assertThat(count("POST /rest/com/vmware/cis/tagging/tag")).isEqualTo(2);
    bench.apply(bench.planDestroy(text));
    // One session too few was closed: the one that the server had ended.
    assertThat(count("DELETE /rest/com/vmware/cis/session"))
        .isEqualTo(count("POST /rest/com/vmware/cis/session") - 1);
  }

  @Test
  void aMissingPrivilegeIsNamed() throws Exception {
    String text = program("tag_category secret on lab { name = \"secret\" }\n");
    Plan plan = bench.plan(text);
    vcenter.fault(
        "{\"method\": \"POST /rest/com/vmware/cis/tagging/category\", \"status\": 403, \"count\":"
            + " 1}");
    assertThat(bench.apply(plan).diagnostics().toString()).contains("DVL7121").contains("secret");
    vcenter.peace();
  }

  private static long count(String method) throws Exception {
    return vcenter.calls().get("methods") instanceof Map<?, ?> methods
            && methods.get(method) instanceof Map<?, ?> tally
        ? Long.parseLong(String.valueOf(tally.get("count")))
        : 0;
  }

  @Test
  void aProgramThatSpeaksOfNoTagsOpensNoSecondSession() throws Exception {
    String text = program("folder plain on lab { name = \"plain\" }\n");
    vcenter.resetCalls();
    bench.applied(text);
    assertThat(bench.plan(text).changes()).isEmpty();
    bench.apply(bench.planDestroy(text));
    assertThat(vcenter.calls().toString()).doesNotContain("/rest/");
  }

  private String told(String text) throws Exception {
    return bench.planOutcome(program(text)).diagnostics().stream()
        .map(it -> it.code().id() + " " + it)
        .toList()
        .toString();
  }

  private static List<String> paths(Plan plan) {
    List<String> paths = new ArrayList<>();
    for (PlannedChange change : plan.changes()) {
      change.fields().forEach(it -> paths.add(change.address() + ": " + it.path()));
    }
    return paths.stream().sorted().toList();
  }

  private static List<String> actions(Plan plan) {
    return plan.changes().stream().map(it -> it.address() + ": " + it.action().word()).toList();
  }

  private static Tags.Category category(String name) throws Exception {
    return stranger.session().tags().categories().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no category " + name));
  }

  private static String id(String path) throws Exception {
    return new TagBook(stranger.session().tags()).named(path).id();
  }

  private static Set<String> on(Ref object) throws Exception {
    TagBook book = new TagBook(stranger.session().tags());
    Set<String> paths = new TreeSet<>();
    for (String id :
        stranger.session().tags().attached(List.of(object)).getOrDefault(object, List.of())) {
      paths.add(book.path(id).orElseThrow());
    }
    return paths;
  }
}
