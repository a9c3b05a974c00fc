package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const sample = `#include "sample.h"
#define CALLS(NAME) \
	CALL NAME(SB); \
	BOTH
#define BOTH CALL ·own(SB); MOVQ $here<>+8(SB), AX
TEXT ·f(SB), 4, $16-8
	/* é */	MOVQ	there(SB), AX
	CALLS(other·name)
	FROM_HEADER
	LEAQ	x-8(SP), BX
	MOVQ	$arg+0(FP), BX
label:
	JMP	2(PC)
	JMP	label
	CALL	*there(SB)
	RET	·tail(SB)
GLOBL	here<>(SB), 8, $16
DATA	here<>+8(SB)/8, $·f(SB)
`

// assembleSample runs the instrumented assembler of the Go on PATH over a text and returns the rows
// of a table, without header.
func assembleSample(t *testing.T, text, name string) []string {
	t.Helper()
	dir := t.TempDir()
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	g := toolchain{strings.TrimSpace(string(goroot)), "", t.TempDir()}
	asm := filepath.Join(g.scratch, "oracle")
	if err := g.buildAssembler(asm); err != nil {
		t.Fatal(err)
	}
	g.goroot = dir // whose src the places are relative to
	src := filepath.Join(dir, "src", "p")
	for file, text := range map[string]string{"a.s": text, "sample.h": "#define FROM_HEADER FUNCDATA $0, map<>(SB)\n"} {
		if err := writeFile(filepath.Join(src, file), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	a := assembly{g, target{"linux", "amd64"}, asm, dir, newTables()}
	j := job{pkg: "p", dir: src, file: "./a.s", args: []string{"-p", "p", "-D", "GOAMD64_v1"}, lenient: true}
	if err := a.do(j); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(a.tables[name].bytes())), "\n")
	return rows[1:]
}

func TestReferencesHaveTheirPlaceTheirOriginAndTheirMacros(t *testing.T) {
	rows := assembleSample(t, sample, "refs")
	want := []string{
		"p/a.s amd64 6 p.f p.f ABI0 text-def p/a.s:6:6  6",
		"p/a.s amd64 7 p.f there ABI0 mem p/a.s:7:15  15",
		"p/a.s amd64 8 p.f other.name ABI0 call p/a.s:8:8 CALLS 2",
		"p/a.s amd64 8 p.f p.own ABI0 call p/a.s:5:19 CALLS,BOTH 2",
		"p/a.s amd64 8 p.f here static $addr p/a.s:5:35 CALLS,BOTH 2",
		"p/a.s amd64 9 p.f map static funcdata-ref sample.h:1:34 FROM_HEADER 2",
		"p/a.s amd64 11 p.f arg ABI0 $arg-FP p/a.s:11:8  8",
		"p/a.s amd64 15 p.f there ABI0 *call p/a.s:15:8  8",
		"p/a.s amd64 16 p.f p.tail ABI0 tailjump-ret p/a.s:16:6  6",
		"p/a.s amd64 17 p.f here static globl-def p/a.s:17:7  7",
		"p/a.s amd64 18 p.f here static data-def p/a.s:18:6  6",
		"p/a.s amd64 18 p.f p.f ABI0 $data-ref p/a.s:18:23  23",
	}
	compare(t, rows, want)
}

func TestProgsAreCountedThroughMacrosAndOnlyNumbersAreTargets(t *testing.T) {
	rows := assembleSample(t, sample, "progs")
	want := []string{
		"p/a.s amd64 6 1 p.f 1 TEXT TEXT p/a.s:6:1  ",
		"p/a.s amd64 7 10 p.f 2 MOVQ MOVQ p/a.s:7:10  ",
		"p/a.s amd64 8 2 p.f 3 CALL CALL p/a.s:3:2 CALLS ",
		"p/a.s amd64 8 2 p.f 4 CALL CALL p/a.s:5:14 CALLS,BOTH ",
		"p/a.s amd64 8 2 p.f 5 MOVQ MOVQ p/a.s:5:29 CALLS,BOTH ",
		"p/a.s amd64 9 2 p.f 6 FUNCDATA FUNCDATA sample.h:1:21 FROM_HEADER ",
		"p/a.s amd64 10 2 p.f 7 LEAQ LEAQ p/a.s:10:2  ",
		"p/a.s amd64 11 2 p.f 8 MOVQ MOVQ p/a.s:11:2  ",
		"p/a.s amd64 13 2 p.f 9 JMP JMP p/a.s:13:2  11",
		"p/a.s amd64 14 2 p.f 10 JMP JMP p/a.s:14:2  ",
		"p/a.s amd64 15 2 p.f 11 CALL CALL p/a.s:15:2  ",
		"p/a.s amd64 16 2 p.f 12 RET RET p/a.s:16:2  ",
	}
	compare(t, rows, want)
}

func TestDeadArmsAndLabelsHaveNoRows(t *testing.T) {
	text := "#ifdef NO\n\tCALL ·dead(SB)\n#else\nTEXT ·f(SB), 4, $0\n#endif\nl:\tJMP l\n\tCALL l\n"
	compare(t, assembleSample(t, text, "refs"), []string{"p/a.s amd64 4 p.f p.f ABI0 text-def p/a.s:4:6  6"})
}

func TestAFileThatDoesNotAssembleKeepsItsRowsAndSaysSo(t *testing.T) {
	text := "TEXT ·f(SB), 4, $0\n\tFROB ·x(SB)\n\tCALL ·y(SB)\n"
	compare(t, assembleSample(t, text, "files"), []string{"p/a.s amd64 p  error GOAMD64_v1 "})
	if rows := assembleSample(t, text, "refs"); len(rows) != 2 {
		t.Errorf("%q: want the TEXT and the CALL", rows)
	}
}

func compare(t *testing.T, rows, want []string) {
	t.Helper()
	got := make([]string, len(rows))
	for i, r := range rows {
		got[i] = strings.TrimRight(strings.ReplaceAll(r, "\t", " "), " ")
	}
	for i := range want {
		want[i] = strings.TrimRight(want[i], " ")
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnAssemblerWithoutAnAnchorIsRefused(t *testing.T) {
	goroot := t.TempDir()
	for _, e := range edits {
		if err := writeFile(filepath.Join(goroot, "src/cmd/asm/internal", e.file), []byte("package x\n")); err != nil {
			t.Fatal(err)
		}
	}
	_, err := instrument(goroot, t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "found 0 times, want 1") {
		t.Errorf("instrument: %v", err)
	}
}

func TestTheInstallationStaysAsItIs(t *testing.T) {
	g, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(strings.TrimSpace(string(g)), "src/cmd/asm/internal/lex/lex.go")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := instrument(strings.TrimSpace(string(g)), t.TempDir()); err != nil {
		t.Fatalf("%s: %v", runtime.Version(), err)
	}
	if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
		t.Errorf("%s changed: %v", file, err)
	}
}

func TestShellWordsHoldQuotedTextTogether(t *testing.T) {
	got := shellWords(`asm -trimpath "$WORK/b005=>" -I 'a b'  "" ./x.s`)
	if want := []string{"asm", "-trimpath", "$WORK/b005=>", "-I", "a b", "", "./x.s"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := shellWords(""); len(got) != 0 {
		t.Errorf("%q, want none", got)
	}
}

func TestAssembliesAreReadFromTheirDirectoryAndGensymabisIsNone(t *testing.T) {
	jobs := assemblies([]byte("cd /go/src/p\n" +
		"/go/pkg/tool/asm -p p -I $WORK/b1/ -gensymabis -o $WORK/b1/symabis ./a.s\n" +
		"/go/pkg/tool/asm -p p -I $WORK/b1/ -o $WORK/b1/a.o ./a.s\n" +
		"/go/pkg/tool/compile -p p ./a.go\n"))
	if len(jobs) != 1 || jobs[0].dir != "/go/src/p" || jobs[0].file != "./a.s" || jobs[0].pkg != "p" ||
		slices.Contains(jobs[0].args, "-o") {
		t.Errorf("%+v", jobs)
	}
}
