package dev.dvl.sandbox;

import dev.dvl.contract.ContractPrograms;
import dev.dvl.contract.Platform;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sandbox for the contract, with kinds of a platform that it plays.
 *
 * @param host the only host of the programs
 */
record SandboxPlatform(
    Path folder,
    String host,
    ContractPrograms programs,
    int size,
    Map<String, String> named,
    Map<String, String> adopted,
    Set<String> holdingData)
    implements Platform {
  private static final String STRANGER = "stranger-";

  @Override
  public Provider provider() {
    return new SandboxProvider();
  }

  @Override
  public void makeStranger(String kind, String name) throws IOException {
    store().put(SandboxObject.foreign(new Ref(kind, STRANGER + kind, name), Map.of()));
  }

  @Override
  public List<String> makeCopies() throws IOException {
    Store store = store();
    List<String> copies = new ArrayList<>();
    for (Map.Entry<String, String> named : named().entrySet()) {
      String kind = named.getKey();
      String copy = named.getValue() + "-copy";
      SandboxObject object = store.called(kind, named.getValue()).getFirst();
      store.put(object.copy(STRANGER + kind, copy));
      copies.add(copy);
    }
    return copies;
  }

  @Override
  public void removeStrangers() throws IOException {
    Store store = store();
    for (String kind : adopted().keySet()) {
      store.remove(STRANGER + kind);
    }
  }

  @Override
  public List<String> names() throws IOException {
    return store().all().stream().map(object -> object.ref().name()).toList();
  }

  private Store store() throws IOException {
    return Store.open(folder.resolve(".dvl/sandbox/" + host + ".objects"));
  }
}
