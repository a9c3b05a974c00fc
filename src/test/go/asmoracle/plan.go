package main

import (
	"bytes"
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A target is a pair of operating system and architecture.
type target struct{ goos, goarch string }

func (t target) String() string { return t.goos + "-" + t.goarch }

// A variant is a way to build the standard library. Later ones matter only for the files that the
// earlier ones leave out.
type variant struct {
	name string
	env  []string
	tags string
	pkgs []string
}

var variants = []variant{
	// Has runtime/cgo. Commands only here: on some targets they cannot be linked without cgo.
	{"cgo", []string{"CGO_ENABLED=1"}, "", []string{"std", "cmd"}},
	{"plain", []string{"CGO_ENABLED=0"}, "", []string{"std"}},
	// Tags instead of flags like -race, which many targets refuse; nothing is linked here.
	{"checked", []string{"CGO_ENABLED=0"}, "race,msan,asan,libfuzzer,valgrind", []string{"std"}},
	// Experiments by their tag: the variable wants names that the GOROOT knows.
	{"experiments", []string{"CGO_ENABLED=0"}, "goexperiment.runtimesecret,goexperiment.simd", []string{"std"}},
}

// A job is one assembly file and the command that go build would run on it.
type job struct {
	pkg, dir, file string   // file is relative to dir
	args           []string // without -o and the file; the object directory is still in it
	variant        variant
	lenient        bool // expect errors: do not stop at the tenth
}

// A toolchain is an installed Go.
type toolchain struct {
	goroot, version string
	scratch         string // removed when the program ends
}

// command prepares a run of this toolchain's go for a target, free of the caller's settings.
func (g toolchain) command(t target, env []string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(g.goroot, "bin", "go"), args...)
	cmd.Dir = g.scratch // not below GOROOT: go build shortens the paths below its own directory
	cmd.Env = slices.DeleteFunc(os.Environ(), func(kv string) bool {
		name, _, _ := strings.Cut(kv, "=")
		keep := []string{"GOCACHE", "GOPATH", "GOTMPDIR"}
		return (strings.HasPrefix(name, "GO") && !slices.Contains(keep, name)) || strings.HasPrefix(name, "CGO_")
	})
	// A GOROOT that go downloaded lies in the module cache, where it takes no overlay; nothing here
	// needs modules, so the module cache is moved away.
	cmd.Env = append(cmd.Env, "GOENV=off", "GOTOOLCHAIN=local", "GOPROXY=off", "GOFLAGS=",
		"GOMODCACHE="+filepath.Join(g.scratch, "modules"),
		"GOROOT="+g.goroot, "GOOS="+t.goos, "GOARCH="+t.goarch)
	cmd.Env = append(cmd.Env, env...)
	return cmd
}

// build lists the commands of a build of std and cmd without running them (-n), or runs that of
// some packages (-x -work); either way it returns what go build printed.
func (g toolchain) build(t target, v variant, cache string, mode []string, pkgs ...string) ([]byte, error) {
	args := append([]string{"build", "-a"}, mode...)
	if v.tags != "" {
		args = append(args, "-tags="+v.tags)
	}
	cmd := g.command(t, append(slices.Clone(v.env), "GOCACHE="+cache, "GOTMPDIR="+g.scratch), append(args, pkgs...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s, %s: go build %s: %w\n%s", t, v.name, strings.Join(mode, " "), err, tail(out))
	}
	return out, nil
}

// jobs returns what go build would assemble for a target, then the test inputs that lie beside.
func (g toolchain) jobs(t target) ([]job, error) {
	var jobs []job
	seen := map[string]bool{}
	for _, v := range variants {
		out, err := g.build(t, v, filepath.Join(g.scratch, "no-cache"), []string{"-n"}, v.pkgs...)
		if err != nil {
			return nil, err
		}
		for _, j := range assemblies(out) {
			if path := filepath.Join(j.dir, j.file); !seen[path] {
				seen[path] = true
				j.variant = v
				jobs = append(jobs, j)
			}
		}
	}
	if len(jobs) == 0 {
		return nil, fmt.Errorf("%s: go build -n assembles nothing", t)
	}
	extra, err := g.testInputs(t, jobs[0])
	return append(jobs, extra...), err
}

// assemblies reads the calls of the assembler out of what go build -n printed.
func assemblies(out []byte) []job {
	var jobs []job
	dir := ""
	for _, line := range strings.Split(string(out), "\n") {
		words := shellWords(line)
		if len(words) == 2 && words[0] == "cd" {
			dir = words[1]
		}
		if len(words) < 4 || filepath.Base(words[0]) != "asm" || slices.Contains(words, "-gensymabis") {
			continue
		}
		j := job{dir: dir, file: words[len(words)-1], args: words[1 : len(words)-1]}
		j.pkg = after(j.args, "-p")
		if o := slices.Index(j.args, "-o"); o >= 0 {
			j.args = slices.Delete(slices.Clone(j.args), o, o+2)
		}
		jobs = append(jobs, j)
	}
	return jobs
}

// testInputs returns the assembly files in testdata folders that belong to the target: those of
// the assembler's own tests, which say it by their name, and those that go build would choose.
func (g toolchain) testInputs(t target, like job) ([]job, error) {
	ctx := build.Default
	ctx.GOOS, ctx.GOARCH, ctx.CgoEnabled = t.goos, t.goarch, false
	src := filepath.Join(g.goroot, "src")
	var jobs []job
	err := filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".s" || !strings.Contains(path, "/testdata/") {
			return err
		}
		rel, err := filepath.Rel(src, path)
		if err != nil {
			return err
		}
		if arch, ok := ownTestArch(rel); ok {
			if arch != t.goarch {
				return nil
			}
		} else if ok, err := ctx.MatchFile(filepath.Dir(path), d.Name()); err != nil || !ok {
			return nil // a file that go build cannot judge belongs to no target
		}
		j := like
		j.pkg, j.dir, j.file, j.lenient = filepath.ToSlash(filepath.Dir(rel)), filepath.Dir(path), "./"+d.Name(), true
		j.args = slices.Clone(like.args)
		j.args[slices.Index(j.args, "-p")+1] = j.pkg
		jobs = append(jobs, j)
		return nil
	})
	return jobs, err
}

// ownTestArch returns the architecture of one of the assembler's own test inputs, which is the
// start of its name; ok says whether it is one.
func ownTestArch(rel string) (arch string, ok bool) {
	name, ok := strings.CutPrefix(filepath.ToSlash(rel), "cmd/asm/internal/asm/testdata/")
	if !ok {
		return "", false
	}
	if strings.HasPrefix(name, "avx512enc/") {
		return "amd64", true
	}
	for _, arch := range []string{"386", "amd64", "arm64", "arm", "loong64", "mips64", "mips",
		"ppc64", "riscv64", "s390x", "wasm"} {
		if strings.HasPrefix(name, arch) {
			return arch, true
		}
	}
	return "", true
}

var wantsHeader = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*include[ \t]+"go_asm.h"`)

// needsHeader reports whether a file includes go_asm.h itself; headers of Go do not.
func (j job) needsHeader() bool {
	text, err := os.ReadFile(filepath.Join(j.dir, j.file))
	return err == nil && wantsHeader.Match(text)
}

// headers makes the go_asm.h files that the jobs include, one for each package, in
// dir/PACKAGE/go_asm.h. A package built in several variants gets that of the first.
func (g toolchain) headers(t target, jobs []job, dir string) error {
	for _, v := range variants {
		var missing []string
		for _, j := range jobs {
			if j.variant.name != v.name || j.lenient || slices.Contains(missing, j.pkg) || !j.needsHeader() {
				continue
			}
			if _, err := os.Stat(filepath.Join(dir, j.pkg, "go_asm.h")); err != nil {
				missing = append(missing, j.pkg)
			}
		}
		if len(missing) == 0 {
			continue
		}
		if err := g.compileHeaders(t, v, missing, dir); err != nil {
			return err
		}
	}
	return nil
}

// compileHeaders builds packages and takes their go_asm.h from the work directory.
func (g toolchain) compileHeaders(t target, v variant, pkgs []string, dir string) error {
	// No cgo: there may be no C compiler, and it does not change the packages in question. No
	// optimization: it does not change constants and offsets, and takes a third of the time.
	v.env = []string{"CGO_ENABLED=0"}
	cache, err := os.MkdirTemp(g.scratch, "cache")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	mode := []string{"-x", "-work", "-trimpath", "-gcflags=all=-N -l -dwarf=false"}
	out, err := g.build(t, v, cache, mode, pkgs...)
	if err != nil {
		return err
	}
	work := ""
	for _, line := range strings.Split(string(out), "\n") {
		if w, ok := strings.CutPrefix(line, "WORK="); ok {
			work = w
			defer os.RemoveAll(work)
		}
		words := shellWords(line)
		if len(words) == 0 || filepath.Base(words[0]) != "compile" {
			continue
		}
		header := after(words, "-asmhdr")
		if header == "" {
			continue
		}
		text, err := os.ReadFile(strings.Replace(header, "$WORK", work, 1))
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(dir, after(words, "-p"), "go_asm.h"), text); err != nil {
			return err
		}
	}
	for _, pkg := range pkgs {
		if _, err := os.Stat(filepath.Join(dir, pkg, "go_asm.h")); err != nil {
			return fmt.Errorf("%s, %s: go build made no go_asm.h for %s", t, v.name, pkg)
		}
	}
	return nil
}

// after returns the word after a flag, or "".
func after(words []string, flag string) string {
	if i := slices.Index(words, flag); i >= 0 && i+1 < len(words) {
		return words[i+1]
	}
	return ""
}

// shellWords splits a command line as go build prints it: blanks separate, quotes of both kinds
// hold together, no escapes.
func shellWords(line string) []string {
	var words []string
	var word strings.Builder
	quote, open := rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, open = r, true
		case quote == 0 && r == ' ':
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if open {
		words = append(words, word.String())
	}
	return words
}

// tail returns the end of a long output.
func tail(out []byte) []byte {
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return bytes.Join(lines[max(0, len(lines)-20):], []byte("\n"))
}
