package dev.dvl.vsphere.file;

import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.Unreadable;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Files;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files in the folders that hold wanted ones; each folder is listed once.
 *
 * @param unreadable why nobody can tell whether files are there, filled while folders are listed
 */
record Listing(Site site, InventoryNames names, Map<Place, String> unreadable) {
  private static final String BROWSER = "browser";
  private static final Watch PATIENT = Watch.within(Duration.ofMinutes(2));

  /** The sizes of all files beside those that the keys name. */
  Map<Place, Long> of(Collection<String> keys)
      throws VSphereException, NameProblem, InterruptedException {
    Map<String, List<Place>> folders = new LinkedHashMap<>();
    for (String key : new LinkedHashSet<>(keys)) {
      Place.parse(key)
          .ifPresent(
              it ->
                  folders
                      .computeIfAbsent(
                          it.folder().orElse("[" + it.datastore() + "]"), no -> new ArrayList<>())
                      .add(it));
    }
    Map<Place, Long> files = new LinkedHashMap<>();
    for (Map.Entry<String, List<Place>> folder : folders.entrySet()) {
      Place one = folder.getValue().getFirst();
      Optional<Entry> datastore = datastore(one.datastore());
      Optional<String> silence = datastore.flatMap(Listing::silence);
      if (silence.isPresent()) {
        folder.getValue().forEach(it -> unreadable.put(it, silence.get()));
      } else if (datastore.isPresent()) {
        Ref browser = datastore.get().get(BROWSER).flatMap(Tree::ref).orElseThrow();
        for (Files.Entry file : list(browser, folder.getKey())) {
          files.put(one.beside(file.name()), file.size());
        }
      }
    }
    return files;
  }

  private Optional<Entry> datastore(String name) throws NameProblem {
    return names.inDatacenter("Datastore").stream()
        .filter(it -> it.name().equals(name))
        .findFirst();
  }

  /** Why nobody can look into a datastore that is there. */
  private static Optional<String> silence(Entry datastore) {
    if (datastore.text("summary.accessible").equals("false")) {
      return Optional.of("The datastore `" + datastore.name() + "` cannot be reached.");
    }
    return datastore.get(BROWSER).isPresent()
        ? Optional.empty()
        : Unreadable.why(datastore.found())
            .or(() -> Optional.of("The datastore `" + datastore.name() + "` cannot be searched."));
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
