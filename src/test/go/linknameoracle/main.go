// Command linknameoracle prints every linkname directive below a directory as go/parser sees it,
// once for each target on which go/build takes the file with some setting of cgo and of the tags
// that the file's own constraint names:
//
//	file TAB line TAB local TAB target TAB kind TAB goos/goarch
//
// The targets are read from standard input, one a line. The kind is what the package declares under
// the local name: func, var or none.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const word = "//go:linkname"

type file struct {
	name    string
	tree    *ast.File
	targets []string
}

func main() {
	log.SetFlags(0)
	var targets []string
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		targets = append(targets, in.Text())
	}
	root := os.Args[1]
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_")
		if path != root && (hidden || d.Name() == "testdata") {
			return fs.SkipDir
		}
		return directory(root, path, targets, out)
	})
	if err != nil {
		log.Fatal(err)
	}
}

func directory(root, dir string, targets []string, out *bufio.Writer) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	set := token.NewFileSet()
	var files []file
	concerned := false
	for _, name := range names {
		base := filepath.Base(name)
		if strings.HasPrefix(base, "_") || strings.HasPrefix(base, ".") {
			continue
		}
		tree, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		concerned = concerned || len(directives(tree)) > 0
		files = append(files, file{name: name, tree: tree})
	}
	if !concerned {
		return nil
	}
	for i := range files {
		files[i].targets = built(files[i], targets)
	}
	for _, f := range files {
		relative, err := filepath.Rel(root, f.name)
		if err != nil {
			return err
		}
		for _, comment := range directives(f.tree) {
			words := strings.Fields(comment.Text)[1:]
			if len(words) < 1 || len(words) > 2 {
				continue
			}
			target := ""
			if len(words) == 2 {
				target = words[1]
			}
			line := set.Position(comment.Pos()).Line
			for _, t := range f.targets {
				fmt.Fprintf(out, "%s\t%d\t%s\t%s\t%s\t%s\n",
					filepath.ToSlash(relative), line, words[0], target, kind(files, f, words[0], t), t)
			}
		}
	}
	return nil
}

// directives returns the comments that the compiler takes for linknames.
func directives(tree *ast.File) []*ast.Comment {
	var found []*ast.Comment
	for _, group := range tree.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, word+" ") || strings.HasPrefix(c.Text, word+"std ") {
				found = append(found, c)
			}
		}
	}
	return found
}

// kind tells what the files that stand beside f on a target declare under a name.
func kind(files []file, f file, name, target string) string {
	for _, other := range files {
		if other.tree.Name.Name != f.tree.Name.Name || !slices.Contains(other.targets, target) {
			continue
		}
		for _, decl := range other.tree.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Recv == nil && decl.Name.Name == name {
					return "func"
				}
			case *ast.GenDecl:
				if decl.Tok != token.VAR {
					continue
				}
				for _, spec := range decl.Specs {
					for _, ident := range spec.(*ast.ValueSpec).Names {
						if ident.Name == name {
							return "var"
						}
					}
				}
			}
		}
	}
	return "none"
}

// built returns the targets on which some setting builds the file.
func built(f file, targets []string) []string {
	free := tags(f.tree)
	var found []string
	for _, target := range targets {
		goos, goarch, _ := strings.Cut(target, "/")
		if someSetting(f.name, goos, goarch, free) {
			found = append(found, target)
		}
	}
	return found
}

func someSetting(name, goos, goarch string, free []string) bool {
	for choice := range 1 << len(free) {
		ctx := build.Default
		ctx.GOOS, ctx.GOARCH = goos, goarch
		ctx.ToolTags = nil
		ctx.BuildTags = nil
		for i, tag := range free {
			if choice>>i&1 == 1 {
				ctx.BuildTags = append(ctx.BuildTags, tag)
			}
		}
		for _, cgo := range []bool{true, false} {
			ctx.CgoEnabled = cgo
			if ok, err := ctx.MatchFile(filepath.Dir(name), filepath.Base(name)); err == nil && ok {
				return true
			}
		}
	}
	return false
}

// tags returns the tags of the file's //go:build line that flags and the environment can set.
func tags(tree *ast.File) []string {
	var free []string
	for _, group := range tree.Comments {
		if group.Pos() > tree.Package {
			break
		}
		for _, c := range group.List {
			if !constraint.IsGoBuild(c.Text) {
				continue
			}
			expr, err := constraint.Parse(c.Text)
			if err != nil {
				log.Fatal(err)
			}
			expr.Eval(func(tag string) bool {
				free = append(free, tag)
				return false
			})
			// Both ways, for what Eval passes over.
			expr.Eval(func(tag string) bool {
				free = append(free, tag)
				return true
			})
		}
	}
	slices.Sort(free)
	free = slices.Compact(free)
	return slices.DeleteFunc(free, fixed)
}

// fixed tells the tags that are a matter of the target, the release or the compiler.
func fixed(tag string) bool {
	if tag == "gc" || tag == "gccgo" || tag == "ignore" || tag == "unix" || tag == "cgo" {
		return true
	}
	if strings.HasPrefix(tag, "go1.") {
		return true
	}
	return slices.Contains(systems, tag) || slices.Contains(architectures, tag)
}

var systems = strings.Fields("aix android darwin dragonfly freebsd hurd illumos ios js linux nacl" +
	" netbsd openbsd plan9 solaris wasip1 windows zos")

var architectures = strings.Fields("386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle" +
	" mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc" +
	" sparc64 wasm")
