package dev.untether.cli;

import static dev.untether.cli.Module.CROSSCALL2;
import static dev.untether.cli.Module.MIGRATED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code migrate --branch} in repositories of every sort, with files of every sort. */
final class MigrateBranchRepositoriesTest {
  @TempDir Path scratch;
  private GitModule repository = new GitModule(new Module(Path.of("")));

  @BeforeEach
  void repository() {
    repository = GitModule.in(scratch.resolve("origin"));
  }

  // Repositories.

  @Test
  void aFurtherWorkingTreeHasItsOwnHead() {
    Path other = scratch.resolve("other");
    repository.git("worktree", "add", "--quiet", "-b", "work", other.toString());
    GitModule tree = new GitModule(new Module(other));
    tree.module().write("more_arm64.s", CROSSCALL2);
    tree.commit("Add another");

    CommandRun run = tree.migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(repository.id("b~1")).isEqualTo(repository.id("work"));
    assertThat(repository.git("diff", "--name-only", "work", "b").lines())
        .containsExactly("asm_arm64.s", "more_arm64.s");
  }

  @Test
  void aBareCloneNeedsNoWorkingTree() {
    GitModule bare = clone("--bare");

    CommandRun run = bare.migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(bare.git("show", "b:asm_arm64.s") + "\n").isEqualTo(MIGRATED);
    assertThat(bare.git("fsck", "--strict")).isEmpty();
    assertThat(bare.migrate("--branch", "main").exit()).isEqualTo(ExitCode.PARTIAL);
  }

  @Test
  void aShallowCloneStaysShallow() {
    repository.module().write("README", "more\n");
    repository.commit("Go on");
    GitModule shallow = clone("--depth=1");

    CommandRun run = shallow.migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(shallow.git("rev-list", "--count", "b")).isEqualTo("2");
    assertThat(shallow.git("rev-parse", "--is-shallow-repository")).isEqualTo("true");
    assertThat(shallow.git("fsck")).isEmpty();
    String first = shallow.id("b");
    assertThat(shallow.migrate("--branch", "b").err()).contains("has them already");
    assertThat(shallow.id("b")).isEqualTo(first);
  }

  @Test
  void aPartialCloneThatLacksTheFilesIsToldWhatToDo() {
    repository.git("config", "uploadpack.allowFilter", "true");
    GitModule partial = clone("--bare", "--filter=blob:none");

    CommandRun run = partial.migrate("--branch", "b");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("lacks the object").contains("partial clone");
    assertThat(partial.git("branch", "--list", "b")).isEmpty();
  }

  @Test
  void aPartialCloneWithItsFilesIsLikeAnyOther() {
    repository.git("config", "uploadpack.allowFilter", "true");
    GitModule partial = clone("--filter=blob:none");

    assertThat(partial.migrate("--branch", "b").exit()).isEqualTo(ExitCode.OK);
    assertThat(partial.git("show", "b:asm_arm64.s") + "\n").isEqualTo(MIGRATED);
  }

  @Test
  void aPackedCloneIsReadToo() {
    repository.git("gc", "--quiet");

    assertThat(repository.migrate("--branch", "b").exit()).isEqualTo(ExitCode.OK);
    assertThat(repository.git("fsck", "--strict")).isEmpty();
  }

  @Test
  void aSubmoduleIsKeptAndIsARepositoryOfItsOwn() {
    GitModule inner = GitModule.in(scratch.resolve("inner"));
    repository.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        inner.directory().toString(),
        "deps/inner");
    repository.commit("Add a submodule");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(repository.git("diff", "--name-only", "main", "b")).isEqualTo("asm_arm64.s");
    assertThat(repository.git("ls-tree", "b", "deps/inner")).startsWith("160000 commit");
    CommandRun inside =
        CommandRun.of("migrate", "--branch", "b", repository.module().path("deps/inner"));
    assertThat(inside.exit()).as(inside.err()).isEqualTo(ExitCode.OK);
    GitModule submodule = new GitModule(new Module(repository.directory().resolve("deps/inner")));
    assertThat(submodule.git("show", "b:asm_arm64.s") + "\n").isEqualTo(MIGRATED);
  }

  // Files.

  @Test
  void modesStay() throws IOException {
    Path file = repository.directory().resolve("asm_arm64.s");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    repository.commit("Make it executable");

    repository.migrate("--branch", "b");

    assertThat(repository.git("ls-tree", "b", "asm_arm64.s")).startsWith("100755 blob");
    assertThat(repository.git("diff", "--summary", "main", "b")).isEmpty();
  }

  @Test
  void linksAreNeitherFollowedOutNorEdited() throws IOException {
    Module outside = new Module(scratch.resolve("outside"));
    outside.write("asm_arm64.s", CROSSCALL2);
    Files.createDirectories(repository.directory().resolve("sub"));
    link("out_arm64.s", outside.path("asm_arm64.s"));
    link("up_arm64.s", "../outside/asm_arm64.s");
    link("directory", "../outside");
    link("sub/through_arm64.s", "../directory/asm_arm64.s");
    link("sub/in_arm64.s", "../asm_arm64.s");
    repository.commit("Add links");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(repository.git("diff", "--name-only", "main", "b"))
        .as(run.err())
        .isEqualTo("asm_arm64.s");
    assertThat(outside.read("asm_arm64.s")).isEqualTo(CROSSCALL2);
    assertThat(repository.git("ls-tree", "-r", "b").lines())
        .filteredOn(it -> it.startsWith("120000"))
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".git", ".GIT"})
  void namesThatLeadOutOfTheTreeAreLeftOut(String name) {
    // No git add makes such a tree; a hostile one can be cloned where nobody looks.
    String inner = repository.git("rev-parse", "main^{tree}");
    String file = repository.id("main:asm_arm64.s");
    byte[] entries =
        ("040000 tree " + inner + "\t" + name + "\n100644 blob " + file + "\tasm_arm64.s\n")
            .getBytes(UTF_8);
    String tree = new String(repository.gitBytes(entries, "mktree"), UTF_8).strip();
    repository.git("tag", "hostile", repository.git("commit-tree", "-m", "Hostile", tree));

    CommandRun run = repository.migrate("--branch", "b", "--base", "hostile");

    assertThat(run.err())
        .contains(name + "/asm_arm64.s: warning: has a name that is no path below the root")
        .contains("1 file changed");
    // Not by name: git rev-parse has a meaning of its own for "b:..".
    assertThat(repository.git("ls-tree", "b").lines())
        .contains("040000 tree " + inner + "\t" + name);
  }

  @Test
  void pointersOfGitLfsAreReportedAndNotEdited() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n";
    repository.module().write("large_arm64.s", pointer);
    repository.commit("Add a pointer");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.err()).contains("large_arm64.s: warning: is a pointer of Git LFS");
    assertThat(repository.git("diff", "--name-only", "main", "b")).isEqualTo("asm_arm64.s");
  }

  @Test
  void filesThatGoThroughAFilterAreReportedAndNotEdited() {
    repository.module().write("secret/asm_arm64.s", CROSSCALL2);
    repository.module().write("secret/.gitattributes", "*.s filter=crypt\n");
    repository.commit("Add a filtered file");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.err())
        .contains("secret/asm_arm64.s: warning: goes through the git filter \"crypt\"");
    assertThat(repository.git("diff", "--name-only", "main", "b")).isEqualTo("asm_arm64.s");
  }

  /** What git add would commit is the judge: it stores the migrated working tree of a clone. */
  @ParameterizedTest
  @CsvSource({
    "'*.s text', false",
    "'*.s text', true",
    "'*.s text=auto', false",
    "'*.s text=auto', true",
    "'*.s eol=crlf', false",
    "'*.s eol=crlf', true",
    "'*.s eol=lf', true",
    "'*.s -text', true",
    "'', true",
    "'', false",
  })
  void lineEndingsAreThoseThatGitAddWouldCommit(String attributes, boolean committedAsCrLf)
      throws IOException {
    String text = committedAsCrLf ? CROSSCALL2.replace("\n", "\r\n") : CROSSCALL2;
    // Committed before there were attributes, so git took the bytes as they are.
    repository.module().write("asm_arm64.s", text);
    repository.git("-c", "core.autocrlf=false", "add", "--all");
    repository.git("commit", "--quiet", "--allow-empty", "-m", "Bytes");
    repository.module().write(".gitattributes", attributes + "\n");
    repository.git("add", ".gitattributes");
    repository.git("commit", "--quiet", "-m", "Attributes");

    CommandRun run = repository.migrate("--branch", "b");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    GitModule clone = clone("--quiet");
    CommandRun written =
        CommandRun.of(
            "migrate", "--write", "--recipe", "drop-load-g-from-crosscall2", clone.module().path());
    assertThat(written.exit()).isEqualTo(ExitCode.OK);
    clone.git("add", "--update", "asm_arm64.s");
    assertThat(repository.id("b:asm_arm64.s")).isEqualTo(clone.id(":asm_arm64.s"));
  }

  // Signatures.

  @Test
  void anSshKeySignsAsGitIsConfigured() throws IOException {
    Command.assumePresent("ssh-keygen");
    Path key = scratch.resolve("key");
    new Command(scratch)
        .run(new byte[0], "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    String publicKey = Files.readString(Path.of(key + ".pub"));
    Path signers = Files.writeString(scratch.resolve("signers"), "gopher@example.com " + publicKey);
    repository.git("config", "gpg.format", "ssh");
    repository.git("config", "user.signingkey", key.toString());
    repository.git("config", "gpg.ssh.allowedSignersFile", signers.toString());

    CommandRun run = repository.migrate("--branch", "b", "--sign");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    repository.git("verify-commit", "b");
    assertThat(repository.git("fsck", "--strict")).isEmpty();
  }

  @Test
  void aKeyThatDoesNotSignLeavesNoBranch() {
    repository.git("config", "gpg.format", "ssh");
    repository.git("config", "user.signingkey", scratch.resolve("missing").toString());

    CommandRun run = repository.migrate("--branch", "b", "--sign");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("--sign: ");
    assertThat(repository.git("branch", "--list", "b")).isEmpty();
  }

  @Test
  void aProgramThatTheRepositoryNamesIsNotRun() throws IOException {
    Path evil =
        Files.writeString(
            scratch.resolve("evil"), "#!/bin/sh\ntouch " + scratch.resolve("ran") + "\n");
    Files.setPosixFilePermissions(evil, PosixFilePermissions.fromString("rwxr-xr-x"));
    repository.git("config", "gpg.program", evil.toString());
    repository.git("config", "gpg.ssh.program", evil.toString());
    repository.git("config", "user.signingkey", "no-such-key");

    CommandRun run = repository.migrate("--branch", "b", "--sign");

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(scratch.resolve("ran")).doesNotExist();
  }

  // Mails.

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void gitAmMakesTheSameTreesOfTheMails(String lineEnd) throws IOException {
    CommandRun.copy(Path.of("samples", "fakecgo"), repository.directory().resolve("fakecgo"));
    repository.module().write("asm_arm64.s", CROSSCALL2.replace("\n", lineEnd));
    Path executable =
        repository.directory().resolve("fakecgo/internal/fakecgo/trampolines_s390x.s");
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    repository.commit("Add fakecgo");
    Path mails = scratch.resolve("mails");

    CommandRun run = repository.migrate("--branch", "b", "--format-patch", mails.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    GitModule clone = clone("--quiet");
    clone.git("config", "user.name", "Somebody");
    clone.git("config", "user.email", "somebody@example.com");
    try (var files = Files.list(mails)) {
      for (Path mail : files.sorted().toList()) {
        clone.git("am", "--quiet", mail.toString());
      }
    }
    assertThat(clone.tree("HEAD")).isEqualTo(repository.tree("b"));
    assertThat(clone.tree("HEAD~1")).isEqualTo(repository.tree("b~1"));
    assertThat(clone.git("log", "-2", "--format=%an <%ae> %ad%n%B"))
        .isEqualTo(repository.git("log", "-2", "--format=%an <%ae> %ad%n%B", "b"));
  }

  @Test
  void mailsAloneLeaveNoTraceInTheRepository() throws IOException {
    var before = GitModule.files(repository.directory());
    Path mails = scratch.resolve("mails");

    CommandRun run = repository.migrate("--format-patch", mails.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(GitModule.files(repository.directory())).isEqualTo(before);
    assertThat(mails.resolve("0001-Remove-the-redundant-load_g-call-from-crosscall2.patch"))
        .content(UTF_8)
        .contains("\nFrom: =?UTF-8?B?", "\nSubject: [PATCH] Remove the redundant load_g");
  }

  @Test
  void mailsAreNotMixedWithThoseOfAnotherSeries() throws IOException {
    Path mails = Files.createDirectories(scratch.resolve("mails"));
    Files.writeString(mails.resolve("0007-other.patch"), "other");

    CommandRun run = repository.migrate("--format-patch", mails.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err()).contains("it holds 0007-other.patch");
    assertThat(mails.resolve("0007-other.patch")).hasContent("other");
  }

  private GitModule clone(String... options) {
    Path place = scratch.resolve("clone");
    String[] command = new String[options.length + 4];
    command[0] = "clone";
    command[1] = "--quiet";
    System.arraycopy(options, 0, command, 2, options.length);
    command[options.length + 2] = repository.directory().toUri().toString();
    command[options.length + 3] = place.toString();
    repository.git(command);
    GitModule clone = new GitModule(new Module(place));
    clone.git("config", "user.name", "Gopher Ä");
    clone.git("config", "user.email", "gopher@example.com");
    return clone;
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(repository.directory().resolve(name), Path.of(target));
  }
}
