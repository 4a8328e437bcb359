package dev.dvl.vsphere.rest;

import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes answers out of their wrapping, and makes faults of errors. */
final class RestAnswers {
  private RestAnswers() {}

  static JsonData value(Endpoint endpoint, Reply reply) throws VSphereException {
    JsonData answer = parsed(endpoint, reply);
    if (!reply.success()) {
      throw error(endpoint, reply, answer);
    }
    return answer.has("value") ? answer.at("value") : answer;
  }

  private static JsonData parsed(Endpoint endpoint, Reply reply) throws VSphereException {
    try {
      return RestClient.parsed(reply);
    } catch (IOException e) {
      if (!reply.success()) {
        return new JsonData(null);
      }
      throw new VSphereException(
          Fault.of(Kind.PROTOCOL, endpoint + " answered with something that is no JSON.", ""), e);
    }
  }

  /** {@code /api} says {@code error_type}, {@code /rest} a {@code type} with dots in it. */
  private static VSphereException error(Endpoint endpoint, Reply reply, JsonData answer) {
    String dotted = answer.text("type");
    String type =
        answer.has("error_type")
            ? answer.text("error_type")
            : dotted.substring(dotted.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    JsonData messages = answer.has("messages") ? answer : answer.at("value");
    String said =
        messages.at("messages").each().stream()
            .map(it -> it.text("default_message"))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    String message =
        said.isEmpty() ? "%s answered with status %d.".formatted(endpoint, reply.status()) : said;
    return new VSphereException(
        new Fault(
            kind(type, reply.status()), type, message, Optional.empty(), "", Optional.empty()));
  }

  private static Kind kind(String type, int status) {
    return switch (type) {
      case "UNAUTHENTICATED" -> Kind.AUTHENTICATION;
      case "UNAUTHORIZED" -> Kind.PERMISSION;
      case "NOT_FOUND" -> Kind.NOT_FOUND;
      case "ALREADY_EXISTS" -> Kind.DUPLICATE;
      case "INVALID_ARGUMENT", "UNSUPPORTED", "OPERATION_NOT_FOUND" -> Kind.REQUEST;
      case "RESOURCE_IN_USE", "NOT_ALLOWED_IN_CURRENT_STATE" -> Kind.STATE;
      case "RESOURCE_BUSY", "CONCURRENT_CHANGE" -> Kind.BUSY;
      case "UNABLE_TO_ALLOCATE_RESOURCE" -> Kind.RESOURCES;
      case String other -> byStatus(status);
    };
  }

  private static Kind byStatus(int status) {
    return switch (status) {
      case 400 -> Kind.REQUEST;
      case 401 -> Kind.AUTHENTICATION;
      case 403 -> Kind.PERMISSION;
      case 404 -> Kind.NOT_FOUND;
      case 429, 503 -> Kind.UNREACHABLE;
      case 502, 504 -> Kind.LOST;
      default -> Kind.OTHER;
    };
  }
}
