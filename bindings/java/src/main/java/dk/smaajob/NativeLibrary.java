// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the native libraries: in the directory that {@code smaajob.library.path} names, else in the jar, else on
 * {@code java.library.path}.
 */
final class NativeLibrary {
  private static final String GLUE = "smaajob-java";
  private static final String CORE = "libsmaajob.so.0";

  private NativeLibrary() {}

  static void load() {
    String told = System.getProperty("smaajob.library.path");
    if (told != null) {
      System.load(Path.of(told).toAbsolutePath().resolve(System.mapLibraryName(GLUE)).toString());
    } else if (resource(System.mapLibraryName(GLUE)) != null) {
      extract();
    } else {
      System.loadLibrary(GLUE);
    }
  }

  /** A private directory: what is loaded is what was in the jar, whoever else writes in the temporary directory. */
  private static void extract() {
    try {
      Path directory = Files.createTempDirectory("smaajob-java-");
      List<Path> files = new ArrayList<>();
      try {
        for (String name : new String[] {CORE, System.mapLibraryName(GLUE)}) {
          files.add(copy(name, directory));
        }
        System.load(files.get(files.size() - 1).toString());
      } finally {
        remove(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the native library cannot be extracted", e);
    }
  }

  private static Path copy(String name, Path directory) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream library = NativeLibrary.class.getResourceAsStream(resourceName(name))) {
      if (library == null) {
        throw new UnsatisfiedLinkError(resourceName(name) + " is not in the jar");
      }
      Files.copy(library, file);
    }
    return file;
  }

  /** A library that is loaded needs its file no more, where files may be removed while they are in use. */
  private static void remove(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.toList();
    }
    for (Path file : files) {
      if (!file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
    if (!directory.toFile().delete()) {
      directory.toFile().deleteOnExit();
    }
  }

  static java.net.URL resource(String name) {
    return NativeLibrary.class.getResource(resourceName(name));
  }

  private static String resourceName(String name) {
    return "/native/" + platform() + "/" + name;
  }

  /** As build-jar.sh names it, which packs libraries of Linux alone: of another system there are none in the jar. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    return system + "-" + (machine.equals("amd64") ? "x86_64" : machine);
  }
}
