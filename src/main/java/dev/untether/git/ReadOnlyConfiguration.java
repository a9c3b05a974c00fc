package dev.untether.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from writing where nobody told us to: left to itself it measures the clock of the file
 * system with files of its own in the repository, and notes the result in the user's home.
 */
final class ReadOnlyConfiguration extends SystemReader.Delegate {
  private static final String MEASURED = "filesystem";

  private ReadOnlyConfiguration(SystemReader delegate) {
    super(delegate);
  }

  /** Makes this the way in which JGit sees the machine. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof ReadOnlyConfiguration)) {
      SystemReader.setInstance(new ReadOnlyConfiguration(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Unwritten(parent, userConfig(fs), fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Unwritten(parent, super.openJGitConfig(parent, fs).getFile(), fs);
  }

  private File userConfig(FS fs) {
    String named = getenv("GIT_CONFIG_GLOBAL");
    if (named != null && !named.isEmpty()) {
      return new File(named);
    }
    File home = fs.userHome();
    Path inHome = home == null ? Path.of(".gitconfig") : home.toPath().resolve(".gitconfig");
    Path directory = getXdgConfigDirectory(fs);
    // JGit's directory stands beside git's.
    Path xdg = directory == null ? inHome : directory.resolveSibling("git").resolve("config");
    return (Files.exists(inHome) ? inHome : xdg).toFile();
  }

  /** A configuration that is read and never saved. */
  private static final class Unwritten extends FileBasedConfig {
    Unwritten(@Nullable Config parent, File file, FS fs) {
      super(parent, file, fs);
    }

    @Override
    public void save() {
      // Whatever JGit wants to remember is not worth a write to the user's home.
    }

    @Override
    public long getTimeUnit(
        String section,
        @Nullable String subsection,
        String name,
        long defaultValue,
        TimeUnit wantUnit) {
      // A pessimistic answer, as for FAT, in place of a measurement; it costs some reads.
      return section.equals(MEASURED)
          ? wantUnit.convert(2, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, wantUnit);
    }
  }
}
