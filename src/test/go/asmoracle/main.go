// Command asmoracle writes down what the real Go assembler sees in the assembly files of a Go
// installation: every symbol reference, and every instruction. See README.md.
package main

import (
	"crypto/sha256"
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// sources is all that decides what the tables say, beside the Go installation.
//
//go:embed main.go instrument.go plan.go tables.go hooks
var sources embed.FS

func main() {
	table := flag.String("table", "refs", "print the path of this `table`: refs, progs or files")
	out := flag.String("o", "", "also copy the three tables to this `directory`")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: run [-table refs|progs|files] [-o DIR] GOROOT GOOS/GOARCH...")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() < 2 || !isTable(*table) {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *table, *out); err != nil {
		fmt.Fprintln(os.Stderr, "asmoracle:", err)
		os.Exit(1)
	}
}

func run(goroot string, targets []string, table, out string) error {
	goroot, err := filepath.EvalSymlinks(goroot)
	if err != nil {
		return err
	}
	if goroot, err = filepath.Abs(goroot); err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "asmoracle")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	version, err := goVersion(goroot)
	if err != nil {
		return err
	}
	g := toolchain{goroot, version, scratch}
	cache := filepath.Join(cacheDir(), version)
	for _, name := range targets {
		goos, goarch, ok := strings.Cut(name, "/")
		if !ok || goos == "" || goarch == "" {
			return fmt.Errorf("%q is not of the form GOOS/GOARCH", name)
		}
		dir, err := g.tables(target{goos, goarch}, cache)
		if err != nil {
			return err
		}
		if out != "" {
			if err := publish(dir, out, version, target{goos, goarch}); err != nil {
				return err
			}
		}
		fmt.Println(filepath.Join(dir, table+".tsv"))
	}
	return nil
}

// tables returns the directory with the three tables of a target, which it makes if need be.
func (g toolchain) tables(t target, cache string) (string, error) {
	edition, err := edition()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, edition, t.String())
	if _, err := os.Stat(filepath.Join(dir, "files.tsv")); err == nil {
		return dir, nil
	}
	asm := filepath.Join(cache, edition, "asm")
	if err := g.buildAssembler(asm); err != nil {
		return "", err
	}
	jobs, err := g.jobs(t)
	if err != nil {
		return "", err
	}
	headers := filepath.Join(cache, "go_asm", t.String())
	if err := g.headers(t, jobs, headers); err != nil {
		return "", err
	}
	a := assembly{g, t, asm, headers, newTables()}
	for _, j := range jobs {
		if err := a.do(j); err != nil {
			return "", err
		}
	}
	// files.tsv last: it is the sign that all are there.
	for _, name := range tableNames {
		if err := writeFile(filepath.Join(dir, name+".tsv"), a.tables[name].bytes()); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// buildAssembler builds the instrumented assembler unless it is there.
func (g toolchain) buildAssembler(file string) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	overlay, err := instrument(g.goroot, g.scratch)
	if err != nil {
		return err
	}
	built := filepath.Join(g.scratch, "asm")
	host := target{runtime.GOOS, runtime.GOARCH}
	cmd := g.command(host, []string{"CGO_ENABLED=0"}, "build", "-overlay", overlay, "-o", built, "cmd/asm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building the instrumented assembler of %s: %w\n%s", g.goroot, err, tail(out))
	}
	program, err := os.ReadFile(built)
	if err != nil {
		return err
	}
	if err := writeFile(file, program); err != nil {
		return err
	}
	return os.Chmod(file, 0o755)
}

// assembly is the run of the instrumented assembler over the files of one target.
type assembly struct {
	toolchain
	target
	asm, headers string
	tables       map[string]*table
}

// do assembles one file and adds what the assembler saw to the tables.
func (a assembly) do(j job) error {
	refs, progs := filepath.Join(a.scratch, "refs"), filepath.Join(a.scratch, "progs")
	for _, f := range []string{refs, progs} {
		if err := os.WriteFile(f, nil, 0o666); err != nil {
			return err
		}
	}
	args := make([]string, 0, len(j.args)+4)
	for _, arg := range j.args {
		if strings.HasPrefix(arg, "$WORK") && !strings.Contains(arg, "=>") {
			arg = filepath.Join(a.headers, j.pkg)
		}
		args = append(args, arg)
	}
	if j.lenient {
		args = append(args, "-e")
	}
	args = append(args, "-o", filepath.Join(a.scratch, "object"), j.file)
	env := append([]string{"UNTETHER_ASM_REFS=" + refs, "UNTETHER_ASM_PROGS=" + progs, "PWD=" + j.dir}, j.variant.env...)
	cmd := a.command(a.target, env)
	cmd.Path, cmd.Args, cmd.Dir = a.asm, append([]string{a.asm}, args...), j.dir
	status := "ok"
	if out, err := cmd.CombinedOutput(); err != nil {
		if _, exited := err.(*exec.ExitError); !exited {
			return err
		}
		// Go itself has files that do not assemble, but only where nobody builds them: in its
		// tests, and behind tags (in Go 1.27, runtime/msan_loong64.s: undefined label).
		if !j.lenient && j.variant.tags == "" {
			return fmt.Errorf("%s: %s %s: %w\n%s", a.target, j.pkg, j.file, err, tail(out))
		}
		status = "error"
	}
	return a.collect(j, status, refs, progs)
}

// cacheDir returns where results are kept.
func cacheDir() string {
	if dir := os.Getenv("UNTETHER_ORACLE_DIR"); dir != "" {
		return dir
	}
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "untether-oracle")
	}
	return filepath.Join(os.TempDir(), "untether-oracle")
}

var versionLine = regexp.MustCompile(`^go[0-9][0-9A-Za-z.\-]*`)

// goVersion returns the release of a Go installation, by its VERSION file.
func goVersion(goroot string) (string, error) {
	text, err := os.ReadFile(filepath.Join(goroot, "VERSION"))
	if err != nil {
		return "", err
	}
	if version := versionLine.Find(text); version != nil {
		return string(version), nil
	}
	return "", fmt.Errorf("%s: no Go release in VERSION", goroot)
}

// edition returns a short name for this program's sources, so that a change of them is not served
// from the cache.
func edition() (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(sources, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := sources.ReadFile(path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(text), text)
		return err
	})
	return fmt.Sprintf("%x", sum.Sum(nil))[:12], err
}
