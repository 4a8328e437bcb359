package dev.dvl.docker.client;

import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What changes networks, and who is in them. */
public final class NetworkCommands {
  private final DockerJava library;

  NetworkCommands(DockerJava library) {
    this.library = library;
  }

  /** Makes a network and gives its id. An engine may make two of one name. */
  public String create(NewNetwork network) throws IOException {
    return library.ask(
        it -> {
          CreateNetworkCmd command =
              it.createNetworkCmd()
                  .withName(network.name())
                  .withCheckDuplicate(true)
                  .withDriver(network.driver())
                  .withInternal(network.internal())
                  .withEnableIpv6(network.ipv6())
                  .withAttachable(network.attachable())
                  .withLabels(network.labels());
          if (!network.options().isEmpty()) {
            command.withOptions(network.options());
          }
          network.addresses().map(IpamFields::of).ifPresent(command::withIpam);
          return command.exec().getId();
        });
  }

  public void remove(String network) throws IOException {
    library.run(it -> it.removeNetworkCmd(network).exec());
  }

  /** Has a container join a network, under more names and at fixed addresses where given. */
  public void connect(
      String network,
      String container,
      List<String> aliases,
      Optional<String> address,
      Optional<String> address6)
      throws IOException {
    library.run(
        it ->
            it.connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container)
                .withContainerNetwork(place(aliases, address, address6))
                .exec());
  }

  public void disconnect(String network, String container) throws IOException {
    library.run(
        it ->
            it.disconnectFromNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container)
                .withForce(false)
                .exec());
  }

  private static ContainerNetwork place(
      List<String> aliases, Optional<String> address, Optional<String> address6) {
    ContainerNetwork place = new ContainerNetwork().withAliases(aliases);
    if (address.isPresent() || address6.isPresent()) {
      ContainerNetwork.Ipam fixed = new ContainerNetwork.Ipam();
      address.ifPresent(fixed::withIpv4Address);
      address6.ifPresent(fixed::withIpv6Address);
      place.withIpamConfig(fixed);
    }
    return place;
  }
}
