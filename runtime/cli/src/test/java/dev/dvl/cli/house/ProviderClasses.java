package dev.dvl.cli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.dvl.engine.provider.Provider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The classes of all providers that dvl finds when it runs. */
final class ProviderClasses {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(packages());

  private ProviderClasses() {}

  /** The package of each provider: {@code dev.dvl.docker}. */
  static List<String> packages() {
    return ServiceLoader.load(Provider.class).stream()
        .map(it -> it.type().getPackageName())
        .sorted()
        .toList();
  }

  static Stream<JavaClass> all() {
    return CLASSES.stream();
  }

  /** Whether a class is in a package or in one below it. */
  static boolean isIn(JavaClass type, String home) {
    return (type.getPackageName() + ".").startsWith(home + ".");
  }

  /** The name of a class, or of the one that it is nested in. */
  static String topLevel(JavaClass type) {
    int nested = type.getName().indexOf('$');
    return nested < 0 ? type.getName() : type.getName().substring(0, nested);
  }
}
