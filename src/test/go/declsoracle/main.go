// Declsoracle prints what go/scanner and go/parser see in every .go file below
// the given folders, for dev.untether.golang to be compared with. Rows are
// separated by tabs:
//
//	F path
//	T tokens hash                       tokens with automatic semicolons
//	C comments hash
//	S                                   go/parser refuses the file: nothing more follows
//	P name offset
//	I name path offset
//	func name offset line column start end receiver typeparams body signature
//	                                    ? for a receiver that is not a name, with names in brackets
//	var|const name offset line column start end spec-start spec-end type value names
//	type name offset line column start end alias
//	L offset line column first|behind fields
//
// T and C are missing where go/scanner finds a mistake.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

func main() {
	log.SetFlags(0)
	var paths []string
	for _, root := range os.Args[1:] {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.HasSuffix(path, ".go") {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			log.Fatal(err)
		}
	}
	sort.Strings(paths)

	answers := make([]bytes.Buffer, len(paths))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := range next {
				describe(&answers[i], paths[i])
			}
		}()
	}
	for i := range paths {
		next <- i
	}
	close(next)
	workers.Wait()

	out := bufio.NewWriter(os.Stdout)
	for i := range answers {
		out.Write(answers[i].Bytes())
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

type file struct {
	out  *bytes.Buffer
	src  []byte
	fset *token.FileSet
}

func describe(out *bytes.Buffer, path string) {
	src, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	f := &file{out: out, src: src, fset: token.NewFileSet()}
	f.row("F", path)
	f.tokens()
	parsed, err := parser.ParseFile(f.fset, path, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		f.row("S")
		return
	}
	f.row("P", parsed.Name.Name, f.offset(parsed.Name.Pos()))
	for _, decl := range parsed.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			f.function(decl)
		case *ast.GenDecl:
			f.general(decl)
		}
	}
	for _, group := range parsed.Comments {
		for _, comment := range group.List {
			f.directive(comment)
		}
	}
}

func (f *file) row(fields ...any) {
	for i, field := range fields {
		if i > 0 {
			f.out.WriteByte('\t')
		}
		fmt.Fprint(f.out, field)
	}
	f.out.WriteByte('\n')
}

// position ignores //line directives.
func (f *file) position(pos token.Pos) token.Position { return f.fset.PositionFor(pos, false) }

func (f *file) offset(pos token.Pos) int { return f.position(pos).Offset }

func (f *file) place(pos token.Pos) string {
	p := f.position(pos)
	line := f.src[p.Offset-(p.Column-1) : p.Offset]
	return fmt.Sprintf("%d\t%d\t%d", p.Offset, p.Line, utf8.RuneCount(line)+1)
}

func (f *file) span(n ast.Node) string {
	return fmt.Sprintf("%d\t%d", f.offset(n.Pos()), f.offset(n.End()))
}

// hash is FNV-1a.
type hash uint64

func (h *hash) add(text string) {
	for i := range len(text) {
		*h = (*h ^ hash(text[i])) * 1099511628211
	}
}

func (f *file) tokens() {
	for _, mode := range []scanner.Mode{0, scanner.ScanComments} {
		failed := false
		set := token.NewFileSet()
		in := set.AddFile("", -1, len(f.src))
		var s scanner.Scanner
		s.Init(in, f.src, func(token.Position, string) { failed = true }, mode)
		count, sum := 0, hash(14695981039346656037)
		for {
			pos, tok, lit := s.Scan()
			if tok == token.EOF {
				break
			}
			at := strconv.Itoa(in.Offset(pos))
			switch {
			case mode == scanner.ScanComments && tok != token.COMMENT:
				continue
			case tok == token.COMMENT:
				sum.add(at)
			case tok == token.SEMICOLON:
				sum.add(";")
			case tok == token.STRING && lit[0] == '`':
				// The literal has lost its carriage returns.
				sum.add("RAW_STRING" + at)
			case tok.IsLiteral():
				sum.add(tok.String() + at + " " + strconv.Itoa(len(lit)))
			default:
				sum.add(tok.String() + at)
			}
			count++
		}
		if !failed {
			f.row([]string{"T", "C"}[mode], count, fmt.Sprintf("%016x", uint64(sum)))
		}
	}
}

func (f *file) function(decl *ast.FuncDecl) {
	receiver := ""
	if decl.Recv != nil {
		receiver = "?"
		if len(decl.Recv.List) == 1 && len(decl.Recv.List[0].Names) <= 1 {
			receiver = f.receiver(decl.Recv.List[0].Type)
		}
	}
	var typeParameters []string
	if decl.Type.TypeParams != nil {
		for _, field := range decl.Type.TypeParams.List {
			for _, name := range field.Names {
				typeParameters = append(typeParameters, name.Name)
			}
		}
	}
	f.row("func", decl.Name.Name, f.place(decl.Name.Pos()), f.span(decl), receiver,
		strings.Join(typeParameters, ","), decl.Body != nil, f.dense(decl.Name.End(), decl.Type.End()))
}

func (f *file) receiver(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.ParenExpr:
		return f.receiver(expr.X)
	case *ast.StarExpr:
		return "*" + strings.TrimPrefix(f.receiver(expr.X), "*")
	case *ast.IndexExpr:
		return f.instance(expr.X, expr.Index)
	case *ast.IndexListExpr:
		return f.instance(expr.X, expr.Indices...)
	case *ast.Ident:
		return expr.Name
	}
	return "?"
}

func (f *file) instance(of ast.Expr, arguments ...ast.Expr) string {
	var names []string
	for _, argument := range arguments {
		name, ok := argument.(*ast.Ident)
		if !ok {
			return "?"
		}
		names = append(names, name.Name)
	}
	return f.receiver(of) + "[" + strings.Join(names, ",") + "]"
}

func (f *file) general(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		switch spec := spec.(type) {
		case *ast.ImportSpec:
			name := ""
			if spec.Name != nil {
				name = spec.Name.Name
			}
			path, _ := strconv.Unquote(spec.Path.Value)
			f.row("I", name, strings.ReplaceAll(path, "\n", " "), f.offset(spec.Pos()))
		case *ast.TypeSpec:
			f.row("type", spec.Name.Name, f.place(spec.Name.Pos()), f.span(decl), spec.Assign.IsValid())
		case *ast.ValueSpec:
			typ := ""
			if spec.Type != nil {
				typ = f.dense(spec.Type.Pos(), spec.Type.End())
			}
			for _, name := range spec.Names {
				f.row(decl.Tok, name.Name, f.place(name.Pos()), f.span(decl), f.span(spec), typ,
					spec.Values != nil, len(spec.Names))
			}
		}
	}
}

// dense returns the tokens without anything between them, and without commas
// and semicolons that are the last in their brackets.
func (f *file) dense(from, to token.Pos) string {
	part := f.src[f.offset(from):f.offset(to)]
	set := token.NewFileSet()
	in := set.AddFile("", -1, len(part))
	var s scanner.Scanner
	s.Init(in, part, nil, 0)
	var out strings.Builder
	waiting := ""
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		switch tok {
		case token.RPAREN, token.RBRACK, token.RBRACE:
			waiting = ""
		}
		out.WriteString(waiting)
		waiting = ""
		switch {
		case tok == token.COMMA || tok == token.SEMICOLON:
			waiting = tok.String()
		case lit != "":
			out.WriteString(lit)
		default:
			out.WriteString(tok.String())
		}
	}
	return strings.NewReplacer(" ", "", "\t", "", "\n", "").Replace(out.String())
}

func (f *file) directive(comment *ast.Comment) {
	text := comment.Text
	if !strings.HasPrefix(text, "//go:linkname ") && !strings.HasPrefix(text, "//go:linknamestd ") {
		return
	}
	p := f.position(comment.Pos())
	before := f.src[p.Offset-(p.Column-1) : p.Offset]
	where := "first"
	if len(bytes.TrimLeft(bytes.TrimPrefix(before, []byte("\ufeff")), " \t\r")) > 0 {
		where = "behind"
	}
	f.row("L", f.place(comment.Pos()), where, strings.Join(strings.Fields(text), " "))
}
