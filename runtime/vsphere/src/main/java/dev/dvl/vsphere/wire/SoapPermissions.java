package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Permissions;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.EntityPrivilege;
import dev.dvl.vsphere.wire.vim.HasPrivilegeOnEntities;
import dev.dvl.vsphere.wire.vim.PrivilegeAvailability;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Privileges over SOAP: {@code AuthorizationManager.HasPrivilegeOnEntities}. */
record SoapPermissions(Vim vim) implements Permissions {
  @Override
  public Map<Ref, Set<String>> lacking(Collection<Ref> objects, Collection<String> privileges)
      throws VSphereException {
    Ref authority = Required.of(vim.content().authorizationManager(), "privileges");
    Map<Ref, Set<String>> lacking = new HashMap<>();
    for (EntityPrivilege answer :
        vim.call(
            new HasPrivilegeOnEntities(
                authority, List.copyOf(objects), vim.sessionKey(), List.copyOf(privileges)))) {
      Set<String> denied =
          answer.privAvailability().stream()
              .filter(it -> !it.isGranted())
              .map(PrivilegeAvailability::privId)
              .collect(Collectors.toSet());
      if (!denied.isEmpty()) {
        lacking.put(answer.entity(), denied);
      }
    }
    return lacking;
  }
}
