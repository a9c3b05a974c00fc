#!/usr/bin/env bash
# Makes a git repository of many Go modules, and measures how long a campaign over it is planned:
# with an empty cache, again with nothing changed, and after one module has changed.
#
#   src/bench/monorepo.sh generate DIR [N]   makes DIR with N modules (default 10,000); same N, same commit
#   src/bench/monorepo.sh measure [DIR]      makes and measures 1,000, 3,000 and 10,000 modules below DIR
#                                            (default: a temporary directory, removed at the end)
#
# SIZES  other numbers of modules to measure      JAVA_OPTS  options for java (default: -Xmx1g)
#
# One module in ten has something to migrate: a pull of runtime.fastrandn, an old pull of runtime.nanotime, or
# assembly that calls what newer releases do not link. `measure` needs compiled classes: ./mvnw test-compile; it
# takes what they need from CLASSPATH, or asks Maven.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Prints a stream for git fast-import: ten files a module, teams of a hundred modules.
stream() {
  awk -v n="$1" '
    function file(path, text) {
      printf "M 100644 inline %s\ndata %d\n%s\n", path, length(text), text
    }
    BEGIN {
      message = "Modules"
      print "commit refs/heads/main"
      print "committer Gopher <gopher@example.com> 1700000000 +0000"
      printf "data %d\n%s\n", length(message), message
      owners = "* @example/everybody\n"
      for (i = 0; i < n; i++) {
        team = sprintf("team%03d", int(i / 100))
        name = sprintf("mod%05d", i)
        at = "src/" team "/" name
        if (i % 100 == 0) owners = owners "/src/" team "/ @example/" team "\n"
        file(at "/go.mod", "module example.com/mono/" team "/" name "\n\ngo 1.22\n")
        file(at "/README.md", "# " name "\n\nModule number " i ".\n")
        file(at "/Makefile", "all:\n\tgo build ./...\n")
        for (j = 0; j < 5; j++) {
          code = "// Package part" j " does a part of what " name " does.\npackage part" j "\n\n"
          for (k = 0; k < 12; k++)
            code = code "// F" k " adds " (i + k) " to what it is given.\nfunc F" k "(x int) int {\n\tif x > " k \
              " {\n\t\treturn x + " (i + k) "\n\t}\n\treturn F" ((k + 1) % 12) "(x - 1)\n}\n\n"
          file(at "/part" j "/part.go", code)
        }
        file(at "/part0/add_amd64.s", "#include \"textflag.h\"\n\n// func add(x, y int) int\n" \
          "TEXT \302\267add(SB), NOSPLIT, $0-24\n\tMOVQ x+0(FP), AX\n\tADDQ y+8(FP), AX\n\tMOVQ AX, ret+16(FP)\n\tRET\n")
        file(at "/part0/add.go", "//go:build amd64\n\npackage part0\n\nfunc add(x, y int) int\n")
        if (i % 10 != 0) continue
        if (i % 30 == 0)
          file(at "/draw/draw.go", "// Package draw draws lots for " name ".\npackage draw\n\nimport _ \"unsafe\"\n\n" \
            "//go:linkname fastrandn runtime.fastrandn\nfunc fastrandn(n uint32) uint32\n\n" \
            "// Below returns a number below n and " (i + 7) ".\nfunc Below(n uint32) uint32 { return fastrandn(min(n, " (i + 7) ")) }\n")
        else if (i % 30 == 10)
          file(at "/watch/watch.go", "// Package watch tells the time for " name ".\npackage watch\n\n" \
            "import (\n\t\"sync/atomic\"\n\t\"unsafe\"\n)\n\n//go:linkname strhash runtime.strhash\n" \
            "func strhash(p unsafe.Pointer, h uintptr) uintptr\n\n//go:linkname fastrand runtime.fastrand\nfunc fastrand() uint32\n\n" \
            "var seen atomic.Int64\n\n// Next counts and draws.\nfunc Next() uint32 {\n\tseen.Add(" i ")\n\treturn fastrand()\n}\n")
        else {
          file(at "/entry/entry_arm64.s", "#include \"textflag.h\"\n\n" \
            "TEXT crosscall2(SB), NOSPLIT|NOFRAME, $0\n\tSUB $(8*4), RSP\n\tMOVD R30, (8*1)(RSP)\n\tMOVD R0, (8*2)(RSP)\n" \
            "\tBL runtime\302\267load_g(SB)\n\tMOVD (8*1)(RSP), R30\n\tADD $(8*4), RSP\n\tRET\n")
          file(at "/entry/entry.go", "// Package entry is entered from C, in " name ".\npackage entry\n")
        }
      }
      file("CODEOWNERS", owners)
      print "done"
    }'
}

generate() {
  local directory=$1 modules=${2:-10000}
  git init --quiet --initial-branch=main "$directory"
  # Bytes, whatever the locale: fast-import counts them.
  LC_ALL=C stream "$modules" | git -C "$directory" -c core.bigFileThreshold=1g fast-import --quiet --done
}

measure() {
  local directory=$1 sizes=${SIZES:-1000 3000 10000} modules classpath
  classpath=target/test-classes:target/classes:${CLASSPATH:-$(classpath)}
  for modules in $sizes; do
    rm -rf "$directory/$modules" "$directory/$modules.cache"
    generate "$directory/$modules" "$modules"
    # shellcheck disable=SC2086 # Options are words.
    java ${JAVA_OPTS:--Xmx1g} -cp "$classpath" dev.untether.bench.MonorepoPlan \
      "$directory/$modules" "$directory/$modules.cache"
  done
}

classpath() {
  local maven=./mvnw
  "$maven" --version >/dev/null 2>&1 || maven=mvn
  "$maven" --offline --batch-mode --quiet dependency:build-classpath -Dmdep.outputFile=/dev/stdout
}

case "${1:-}" in
  generate) generate "${2:?DIR is missing}" "${3:-10000}" ;;
  measure)
    if [ $# -ge 2 ]; then
      mkdir -p "$2"
      measure "$2"
    else
      work=$(mktemp -d)
      trap 'rm -rf "$work"' EXIT
      measure "$work"
    fi
    ;;
  *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
