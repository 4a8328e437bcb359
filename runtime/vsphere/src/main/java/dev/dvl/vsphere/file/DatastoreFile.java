package dev.dvl.vsphere.file;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.stdlib.DatastoreFileAttribute;
import dev.dvl.stdlib.DatastoreFilePart;
import dev.dvl.stdlib.DatastoreFileSpec;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.named.NamedObject;
import dev.dvl.vsphere.named.NamedType;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files on datastores. The key is {@code [datastore] path}. */
public final class DatastoreFile implements NamedType {
  private static final String CHANGED_OUTSIDE = "changed outside";

  @Override
  public String kind() {
    return "datastore_file";
  }

  @Override
  public List<Selection> selections() {
    return List.of(new Selection("Datastore", List.of("browser")));
  }

  @Override
  public List<NamedObject> seen(Site site, InventoryNames names, Collection<String> keys)
      throws VSphereException, NameProblem, InterruptedException {
    List<NamedObject> seen = new ArrayList<>();
    Listing listing = new Listing(site, names, new LinkedHashMap<>());
    for (Map.Entry<Place, Long> file : listing.of(keys).entrySet()) {
      seen.add(seen(file.getKey(), file.getValue()));
    }
    listing
        .unreadable()
        .forEach(
            (place, why) ->
                seen.add(NamedObject.unreadable(new Ref(kind(), place.text(), place.text()), why)));
    return seen;
  }

  private NamedObject seen(Place place, long size) {
    Map<String, Value> values = new TreeMap<>();
    values.put("datastore", Value.text(place.datastore()));
    values.put("path", Value.text(place.path()));
    String text = place.text();
    return new NamedObject(
        new Ref(kind(), text, text),
        values,
        Map.of("location", Value.text(text)),
        Long.toString(size),
        Optional.empty());
  }

  @Override
  public Optional<String> key(Map<String, Value> want, InventoryNames names) throws NameProblem {
    DatastoreFilePart file = DatastoreFilePart.of(want);
    String datastore = names.datastore(file.datastore().known()).name();
    return file.path().known().map(path -> new Place(datastore, path).text());
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    DatastoreFilePart part = DatastoreFilePart.of(wanted.values());
    List<Finding> findings =
        new ArrayList<>(
            Finds.named(
                wanted,
                DatastoreFileAttribute.DATASTORE,
                part.datastore(),
                name -> reading.names().datastore(name)));
    Optional<String> source = part.source().known();
    if (source.isPresent() && !Files.isReadable(Sources.file(reading.site(), source.get()))) {
      findings.add(
          new Finding(
              Codes.NO_FILE,
              wanted.address(),
              Optional.of(DatastoreFileAttribute.SOURCE.path()),
              "the file `" + source.get() + "` is not there or cannot be read",
              List.of("It is looked up in the program's folder.")));
    }
    return findings;
  }

  @Override
  public Map<String, Value> resolved(Instance wanted, Reading reading) {
    return DatastoreFilePart.of(wanted.values())
        .source()
        .known()
        .map(source -> Sources.file(reading.site(), source))
        .filter(Files::isReadable)
        .map(file -> Map.of("digest", Value.text(Sources.digest(file))))
        .orElse(Map.of());
  }

  @Override
  public String called(Map<String, Value> want) {
    return DatastoreFilePart.of(want).path().orElse("");
  }

  @Override
  public String lock(Map<String, Value> want) {
    DatastoreFilePart file = DatastoreFilePart.of(want);
    return "file:" + file.datastore().orElse("") + "/" + file.path().orElse("");
  }

  @Override
  public Privilege right() {
    return Privilege.MANAGE_FILES;
  }

  @Override
  public dev.dvl.vsphere.session.Ref place(InventoryNames names, Map<String, Value> want)
      throws NameProblem {
    return names.datastore(DatastoreFilePart.of(want).datastore().known()).ref();
  }

  @Override
  public void put(Site site, Optional<NamedObject> there, Map<String, Value> want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    InventoryNames names = site.names();
    DatastoreFileSpec file = DatastoreFileSpec.of(want);
    Place place = new Place(names.datastore(file.datastore()).name(), file.path());
    Entry datacenter = names.datacenter();
    if (place.folder().isPresent()) {
      Folders.make(site, place.folder().get(), datacenter.ref());
    }
    String path = names.catalog().path(datacenter, site.session().inventory().root());
    try (Sources source = Sources.of(site, file)) {
      site.session().files().upload(source.file(), place.text(), path, watch);
    }
  }

  @Override
  public void remove(Site site, NamedObject there, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    site.session().files().delete(there.ref().id(), site.names().datacenter().ref(), watch);
  }

  @Override
  public String remembered(NamedObject seen, Optional<Stamp> birth) {
    return new Remembered(
            seen.ref().name(), seen.state(), birth.map(Stamp::fingerprints).orElse(Map.of()))
        .text();
  }

  /** A file of another size is not the one that was uploaded. */
  @Override
  public Map<String, String> prints(NamedObject seen, String remembered) {
    Map<String, String> prints = new TreeMap<>();
    Remembered.parse(remembered)
        .ifPresent(
            it -> {
              boolean same = it.size().equals(seen.state());
              it.prints()
                  .forEach((path, print) -> prints.put(path, same ? print : CHANGED_OUTSIDE));
            });
    return prints;
  }
}
