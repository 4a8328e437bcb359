package dev.dvl.docker.registry;

import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What proves to a registry who we are: a name and a password, or an identity token.
 *
 * @param server the registry as Docker's configuration writes it
 */
public record Login(String server, String username, String password, Optional<String> token) {

  /** The header {@code X-Registry-Auth}: JSON in URL-safe Base64. */
  public String header() {
    Map<String, Json> fields = new LinkedHashMap<>();
    if (token.isPresent()) {
      fields.put("identitytoken", Json.of(token.get()));
    } else {
      fields.put("username", Json.of(username));
      fields.put("password", Json.of(password));
    }
    fields.put("serveraddress", Json.of(server));
    return Base64.getUrlEncoder()
        .encodeToString(JsonText.write(new Json.Obj(fields)).getBytes(StandardCharsets.UTF_8));
  }

  /** Never the password. */
  @Override
  public String toString() {
    return username + " at " + server;
  }
}
