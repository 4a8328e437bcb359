package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.ClusterChange;
import dev.dvl.vsphere.session.spec.ClusterRule;
import dev.dvl.vsphere.wire.vim.ClusterAffinityRuleSpec;
import dev.dvl.vsphere.wire.vim.ClusterAntiAffinityRuleSpec;
import dev.dvl.vsphere.wire.vim.ClusterConfigSpecEx;
import dev.dvl.vsphere.wire.vim.ClusterDependencyRuleInfo;
import dev.dvl.vsphere.wire.vim.ClusterGroupSpec;
import dev.dvl.vsphere.wire.vim.ClusterHostGroup;
import dev.dvl.vsphere.wire.vim.ClusterRuleInfo;
import dev.dvl.vsphere.wire.vim.ClusterRuleSpec;
import dev.dvl.vsphere.wire.vim.ClusterVmGroup;
import dev.dvl.vsphere.wire.vim.ClusterVmHostRuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules and groups of clusters. */
public final class ClusterConfig {
  private final List<ClusterRuleSpec> rules = new ArrayList<>();
  private final List<ClusterGroupSpec> groups = new ArrayList<>();

  private ClusterConfig() {}

  public static ClusterConfigSpecEx of(List<ClusterChange> changes) {
    ClusterConfig config = new ClusterConfig();
    changes.forEach(config::take);
    return ClusterConfigSpecEx.builder().rulesSpec(config.rules).groupSpec(config.groups).build();
  }

  private void take(ClusterChange change) {
    switch (change) {
      case ClusterChange.AddRule(ClusterRule rule) ->
          rules.add(ClusterRuleSpec.builder().operation("add").info(info(rule, null)).build());
      case ClusterChange.EditRule(int key, ClusterRule rule) ->
          rules.add(ClusterRuleSpec.builder().operation("edit").info(info(rule, key)).build());
      case ClusterChange.RemoveRule(int key) ->
          rules.add(
              ClusterRuleSpec.builder()
                  .operation("remove")
                  .removeKey(Tree.scalar("removeKey", "int", Integer.toString(key)))
                  .build());
      case ClusterChange.PutGroup group -> groups.add(put(group));
      case ClusterChange.RemoveGroup(String name) ->
          groups.add(
              ClusterGroupSpec.builder()
                  .operation("remove")
                  .removeKey(Tree.scalar("removeKey", "string", name))
                  .build());
    }
  }

  private static ClusterGroupSpec put(ClusterChange.PutGroup group) {
    return ClusterGroupSpec.builder()
        .operation(group.exists() ? "edit" : "add")
        .info(
            group.hosts()
                ? ClusterHostGroup.builder().name(group.name()).host(group.members()).build()
                : ClusterVmGroup.builder().name(group.name()).vm(group.members()).build())
        .build();
  }

  private static ClusterRuleInfo info(ClusterRule rule, @Nullable Integer key) {
    return switch (rule) {
      case ClusterRule.Together(String name, boolean enabled, boolean mandatory, var vms) ->
          ClusterAffinityRuleSpec.builder()
              .key(key)
              .enabled(enabled)
              .name(name)
              .mandatory(mandatory)
              .userCreated(true)
              .vm(vms)
              .build();
      case ClusterRule.Apart(String name, boolean enabled, boolean mandatory, var vms) ->
          ClusterAntiAffinityRuleSpec.builder()
              .key(key)
              .enabled(enabled)
              .name(name)
              .mandatory(mandatory)
              .userCreated(true)
              .vm(vms)
              .build();
      case ClusterRule.OnHosts onHosts -> onHosts(onHosts, key);
      case ClusterRule.After(
              String name,
              boolean enabled,
              boolean mandatory,
              String vms,
              String first) ->
          ClusterDependencyRuleInfo.builder()
              .key(key)
              .enabled(enabled)
              .name(name)
              .mandatory(mandatory)
              .userCreated(true)
              .vmGroup(vms)
              .dependsOnVmGroup(first)
              .build();
    };
  }

  private static ClusterVmHostRuleInfo onHosts(ClusterRule.OnHosts rule, @Nullable Integer key) {
    return ClusterVmHostRuleInfo.builder()
        .key(key)
        .enabled(rule.enabled())
        .name(rule.name())
        .mandatory(rule.mandatory())
        .userCreated(true)
        .vmGroupName(rule.vms())
        .affineHostGroupName(rule.on() ? rule.hosts() : null)
        .antiAffineHostGroupName(rule.on() ? null : rule.hosts())
        .build();
  }
}
