package dev.dvl.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a part, on the kind that has the most of everything. */
class VmPartTest {
  private static final Value LATER =
      new Value.Deferred(new Term.Read(Address.of("other"), Path.of("id")));
  private static final Value.Ref FOLDER = new Value.Ref(Address.of("shop"), "folder");

  @Test
  void aPartNeedNotHaveWhatTheWholeMust() {
    assertThat(SnapshotPart.of(Map.of("name", Value.text("before"))).vm().isSet()).isFalse();
  }

  @Test
  void aResourceANameAndAnIdAreToldApart() {
    assertThat(VmPart.of(Map.of("folder", FOLDER)).folder().known())
        .contains(new Link.Resource(FOLDER));
    assertThat(VmPart.of(Map.of("folder", Value.text("a/b"))).folder().known())
        .contains(new Link.Name("a/b"));
    Value id = Value.ObjectOf.of(Map.of("id", Value.text("group-v3")));
    assertThat(VmPart.of(Map.of("folder", id)).folder().known()).contains(new Link.Id("group-v3"));
  }

  @Test
  void whereOnlyAResourceCanStandATextIsItsId() {
    Value machines = new Value.SetOf(List.of(Value.text("vm-7")));
    assertThat(Field.elements(AffinityRulePart.of(Map.of("vms", machines)).vms()))
        .containsExactly(new Link.Id("vm-7"));
  }

  @Test
  void elementsAndEntriesAreKnownOneByOne() {
    Value tags = new Value.SetOf(List.of(Value.text("env/prod"), LATER));
    Value extra = Value.MapOf.of(Map.of("a", Value.text("1"), "b", LATER));
    VmPart part = VmPart.of(Map.of("tags", tags, "extra_config", extra));
    assertThat(Field.elements(part.tags())).containsExactly(new Link.Name("env/prod"));
    assertThat(Field.entries(part.extraConfig())).containsExactly(Map.entry("a", "1"));
    assertThat(part.extraConfig().orElse(new java.util.TreeMap<>())).hasSize(2);
  }

  @Test
  void whatABlockSaysIsFoundThroughIt() {
    Value wait = Value.ObjectOf.of(Map.of("until", Value.text("tools"), "nic", LATER));
    Field<VmWaitPart> block = VmPart.of(Map.of("wait", wait)).wait_();
    assertThat(block.then(VmWaitPart::until).is(VmWaitUntil.TOOLS)).isTrue();
    assertThat(block.then(VmWaitPart::nic)).isEqualTo(new Field.Later<>(LATER));
    assertThat(block.then(VmWaitPart::subnet).isSet()).isFalse();
    assertThat(VmPart.of(Map.of()).wait_().then(VmWaitPart::until).isSet()).isFalse();
  }

  @Test
  void aWordThatNoProgramHasIsSetAndNotKnown() {
    VmPart part = VmPart.of(Map.of("power", Value.text("standby")));
    assertThat(part.power().isSet()).isTrue();
    assertThat(part.power().known()).isEmpty();
    assertThat(part.power().orElse(VmPower.ON)).isEqualTo(VmPower.ON);
  }
}
