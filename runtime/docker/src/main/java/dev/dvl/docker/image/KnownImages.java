package dev.dvl.docker.image;

import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import java.util.List;

/** The images of an engine, as far as it could be read. */
public record KnownImages(HostView view) {

  /** Whether it is known what is there at all. */
  boolean known() {
    return view instanceof HostView.Readable;
  }

  /** Whether the engine is known to have an image under a name. */
  public boolean has(String name) {
    String wanted = ImageName.canonical(name);
    return objects().stream()
        .filter(live -> live.ref().kind().equals(ImageKind.NAME))
        .anyMatch(
            live ->
                ImageName.canonical(live.ref().name()).equals(wanted)
                    || live.ref().id().equals(name));
  }

  private List<Live> objects() {
    return view instanceof HostView.Readable(var ignored, var live) ? live.objects() : List.of();
  }
}
