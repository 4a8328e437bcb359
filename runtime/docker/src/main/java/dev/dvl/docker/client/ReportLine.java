package dev.dvl.docker.client;

import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an engine tells while it pulls or builds.
 *
 * @param text a line of it; of a build: some lines
 * @param part what it is about, such as a layer
 * @param done the bytes of that part that are done
 * @param all the bytes of that part
 */
public record ReportLine(
    Optional<String> text, Optional<String> part, OptionalLong done, OptionalLong all) {

  static ReportLine of(ResponseItem item) {
    ResponseItem.ProgressDetail detail = item.getProgressDetail();
    return new ReportLine(
        Optional.ofNullable(item.getStatus()),
        Optional.ofNullable(item.getId()),
        detail == null ? OptionalLong.empty() : bytes(detail.getCurrent()),
        detail == null ? OptionalLong.empty() : bytes(detail.getTotal()));
  }

  static ReportLine of(BuildResponseItem item) {
    ReportLine plain = of((ResponseItem) item);
    return new ReportLine(
        Optional.ofNullable(item.getStream()).or(plain::text),
        plain.part(),
        plain.done(),
        plain.all());
  }

  private static OptionalLong bytes(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
