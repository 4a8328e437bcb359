package dev.dvl.vsphere.file;

import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Files;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files in the folders that hold wanted ones; each folder is listed once. */
record Listing(Site site, InventoryNames names) {
  private static final Watch PATIENT = Watch.within(Duration.ofMinutes(2));

  /** The sizes of all files beside those that the keys name. */
  Map<Place, Long> of(Collection<String> keys)
      throws VSphereException, NameProblem, InterruptedException {
    Map<String, Place> folders = new LinkedHashMap<>();
    for (String key : new LinkedHashSet<>(keys)) {
      Place.parse(key)
          .ifPresent(it -> folders.putIfAbsent(it.folder().orElse("[" + it.datastore() + "]"), it));
    }
    Map<Place, Long> files = new LinkedHashMap<>();
    for (Map.Entry<String, Place> folder : folders.entrySet()) {
      Optional<Ref> browser = browser(folder.getValue().datastore());
      if (browser.isPresent()) {
        for (Files.Entry file : list(browser.get(), folder.getKey())) {
          files.put(folder.getValue().beside(file.name()), file.size());
        }
      }
    }
    return files;
  }

  private Optional<Ref> browser(String datastore) throws NameProblem {
    return names.inDatacenter("Datastore").stream()
        .filter(it -> it.name().equals(datastore))
        .findFirst()
        .flatMap(it -> it.get("browser"))
        .flatMap(Tree::ref);
  }

  private List<Files.Entry> list(Ref browser, String folder)
      throws VSphereException, InterruptedException {
    try {
      return site.session().files().list(browser, folder, PATIENT);
    } catch (VSphereException failed) {
      if (failed.is(Fault.Kind.NOT_FOUND) || failed.fault().type().equals("FileNotFound")) {
        return List.of();
      }
      throw failed;
    }
  }
}
