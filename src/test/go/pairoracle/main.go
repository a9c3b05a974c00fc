// The oracle of pairing: which functions of a GOROOT's packages have no body in Go but one in
// assembly. What is declared, go/parser says; what is defined, the assembler's own -gensymabis.
//
// Usage: go run . GOROOT/src < targets, one GOOS/GOARCH a line. Prints, one a line and tabs between:
// target, file with the declaration, line, column, symbol.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var (
	source  string
	scratch string
	symabis = map[string]map[string]bool{}
)

// notTags are set by the target, by the go command alone, or never.
var notTags = regexp.MustCompile(`^(aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|` +
	`plan9|solaris|wasip1|windows|zos|unix|386|amd64|amd64p32|arm|armbe|arm64|arm64be|loong64|mips|mipsle|mips64|mips64le|` +
	`mips64p32|mips64p32le|ppc|ppc64|ppc64le|riscv|riscv64|s390|s390x|sparc|sparc64|wasm|cgo|gc|gccgo|ignore|go1\.\d+|` +
	`race|msan|asan)$`)

func main() {
	log.SetFlags(0)
	source = os.Args[1]
	var err error
	if scratch, err = os.MkdirTemp("", "pairoracle"); err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(scratch)
	if err := os.WriteFile(filepath.Join(scratch, "go_asm.h"), nil, 0o666); err != nil {
		log.Fatal(err)
	}
	var targets []string
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		targets = append(targets, in.Text())
	}
	rows := map[string]bool{}
	walk := func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		name := d.Name()
		if path != source && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return filepath.SkipDir
		}
		if found, _ := filepath.Glob(filepath.Join(path, "*.s")); len(found) > 0 {
			for _, target := range targets {
				look(path, target, rows)
			}
		}
		return nil
	}
	if err := filepath.WalkDir(source, walk); err != nil {
		log.Fatal(err)
	}
	sorted := make([]string, 0, len(rows))
	for row := range rows {
		sorted = append(sorted, row)
	}
	sort.Strings(sorted)
	for _, row := range sorted {
		fmt.Println(row)
	}
}

// look adds what one directory has for a target, in every way to build it that sets at most one tag.
func look(dir, target string, rows map[string]bool) {
	goos, goarch, _ := strings.Cut(target, "/")
	context := build.Default
	context.GOROOT = filepath.Dir(source)
	context.GOOS, context.GOARCH = goos, goarch
	tags := [][]string{nil}
	for i := 0; i < len(tags); i++ {
		for _, cgo := range []bool{true, false} {
			context.CgoEnabled = cgo
			context.BuildTags = tags[i]
			pkg, err := context.ImportDir(dir, 0)
			if i == 0 && cgo {
				for _, tag := range pkg.AllTags {
					if !notTags.MatchString(tag) {
						tags = append(tags, []string{tag})
					}
				}
			}
			var none *build.NoGoError
			if errors.As(err, &none) || len(pkg.SFiles) == 0 || len(pkg.CgoFiles) > 0 {
				continue
			}
			if err != nil {
				continue // Two packages, with a tag that is not meant to be set.
			}
			pair(dir, target, pkg, rows)
		}
	}
}

func pair(dir, target string, pkg *build.Package, rows map[string]bool) {
	path, err := filepath.Rel(source, dir)
	if err != nil {
		log.Fatal(err)
	}
	path = filepath.ToSlash(path)
	if pkg.Name == "main" {
		path = "main"
	}
	defined := definitions(dir, target, path, pkg.SFiles)
	files := append(append([]string{}, pkg.GoFiles...), pkg.TestGoFiles...)
	for _, name := range files {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		for _, decl := range file.Decls {
			function, ok := decl.(*ast.FuncDecl)
			if !ok || function.Body != nil || function.Recv != nil {
				continue
			}
			if symbol := path + "." + function.Name.Name; defined[symbol] {
				at := fset.Position(function.Name.Pos())
				relative, _ := filepath.Rel(source, at.Filename)
				rows[fmt.Sprintf("%s\t%s\t%d\t%d\t%s", target, filepath.ToSlash(relative), at.Line, at.Column, function.Name.Name)] = true
			}
		}
	}
}

// definitions asks the assembler which symbols the files define.
func definitions(dir, target, path string, files []string) map[string]bool {
	key := target + " " + dir + " " + strings.Join(files, " ")
	if known, ok := symabis[key]; ok {
		return known
	}
	goos, goarch, _ := strings.Cut(target, "/")
	out := filepath.Join(scratch, "symabis")
	args := []string{
		"tool", "asm", "-p", path, "-I", scratch, "-I", filepath.Join(filepath.Dir(source), "pkg", "include"),
		"-D", "GOOS_" + goos, "-D", "GOARCH_" + goarch, "-gensymabis", "-o", out,
	}
	command := exec.Command("go", append(args, files...)...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	if message, err := command.CombinedOutput(); err != nil {
		log.Fatalf("%s for %s: %v\n%s", dir, target, err, message)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		log.Fatal(err)
	}
	defined := map[string]bool{}
	for _, line := range bytes.Split(text, []byte("\n")) {
		if words := strings.Fields(string(line)); len(words) > 1 && words[0] == "def" {
			defined[words[1]] = true
		}
	}
	symabis[key] = defined
	return defined
}
