package dev.untether.git.transport;

import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What makes a bare repository answer to a push to refs/for as Gerrit does: a proc-receive hook
 * (githooks(5)) that reads packets, notes the commit, and answers for each ref. A commit that was
 * noted before is nothing new.
 */
public final class GerritHook {
  private static final String GERRIT =
      """
      use strict; binmode STDIN; binmode STDOUT; $| = 1;
      sub get {
        read(STDIN, my $n, 4) == 4 or exit 1;
        $n = hex $n or return '';
        read(STDIN, my $line, $n - 4);
        chomp $line;
        return $line;
      }
      sub put { printf '%04x%s', 4 + length $_[0], $_[0] }
      1 while get() ne '';
      put("version=1\\n"); print '0000';
      my @commands;
      while ((my $command = get()) ne '') { push @commands, $command }
      open my $notes, '+>>', 'gerrit-notes' or die;
      seek $notes, 0, 0;
      my %seen = map { (split)[0] => 1 } <$notes>;
      for (@commands) {
        my ($old, $new, $ref) = split / /;
        my ($id) = `git cat-file commit $new` =~ /\\n\\n(?:.+\\n)*Change-Id: (I[0-9a-f]{40})\\n$/;
        if ($ref =~ /main2/) { put("ng $ref prohibited by Gerrit: not permitted: create change") }
        elsif (!$id) { put("ng $ref missing Change-Id in message footer") }
        elsif ($seen{$new}) { put("ng $ref no new changes") }
        else {
          print $notes "$new $id $ref\\n";
          print STDERR "SUCCESS\\n  https://gerrit.example/c/x/+/17 Do it [NEW]\\n";
          put("ok $ref");
        }
      }
      print '0000';
      """;

  private GerritHook() {}

  /** Puts it into a bare repository. */
  public static void in(Path remote) throws IOException {
    Command.assumePresent("perl");
    new Command(remote).run(new byte[0], "git", "config", "receive.procReceiveRefs", "refs/for");
    Path program = Files.writeString(remote.resolve("gerrit.pl"), GERRIT);
    Path hook = remote.resolve("hooks").resolve("proc-receive");
    Files.writeString(hook, "#!/bin/sh\nexec perl '" + program + "'\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Returns what was taken: commit, Change-Id and ref of each. */
  public static List<String> notes(Path remote) throws IOException {
    Path notes = remote.resolve("gerrit-notes");
    return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
  }
}
