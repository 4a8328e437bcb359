package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.List;

/** A change of one rule or one group of a cluster. */
public sealed interface ClusterChange {
  /** Adds a rule. */
  record AddRule(ClusterRule rule) implements ClusterChange {}

  /** Replaces the rule with that key. */
  record EditRule(int key, ClusterRule rule) implements ClusterChange {}

  record RemoveRule(int key) implements ClusterChange {}

  /** Adds a group, or sets the members of the one of that name. */
  record PutGroup(String name, boolean hosts, List<Ref> members, boolean exists)
      implements ClusterChange {
    public PutGroup {
      members = List.copyOf(members);
    }
  }

  record RemoveGroup(String name) implements ClusterChange {}
}
