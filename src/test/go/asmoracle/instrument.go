package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// An edit replaces every occurrence of an anchor in one file of cmd/asm and wants to find exactly
// count of them: a GOROOT whose assembler changed there must be looked at by a person.
type edit struct {
	file   string // below src/cmd/asm/internal
	anchor string
	with   string
	count  int
}

// The lexer is taught to carry a Where beside each token; the parser, to report. The edits are kept
// to single lines where possible, so that they survive changes around them.
var edits = []edit{
	{"lex/lex.go", "\t// Close does any teardown required.\n",
		"\tWhere() Where\n\t// Close does any teardown required.\n", 1},
	{"lex/lex.go", "type Token struct {\n", "type Token struct {\n\twhere Where\n", 1},
	{"lex/slice.go", "type Slice struct {\n", "type Slice struct {\n\tcall   Where\n\tmacros []string\n", 1},

	{"lex/input.go", "type Input struct {\n", "type Input struct {\n\twhere, peekWhere Where\n", 1},
	{"lex/input.go", "\t\tin.peek = false\n", "\t\tin.peek = false\n\t\tin.where = in.peekWhere\n", 1},
	{"lex/input.go", "\t\t\t\tin.text = in.Stack.Text()\n",
		"\t\t\t\tin.text = in.Stack.Text()\n\t\t\t\tin.where = in.Stack.Where()\n", 1},
	{"lex/input.go", "func (in *Input) invokeMacro(macro *Macro) {\n",
		"func (in *Input) invokeMacro(macro *Macro) {\n\tcall := in.Stack.Where()\n", 1},
	{"lex/input.go", "\t\tin.peek = true\n", "\t\tin.peek = true\n\t\tin.peekWhere = in.Stack.Where()\n", 1},
	{"lex/input.go", "in.Push(NewSlice(in.Base(), in.Line(), macro.tokens))",
		"in.Push(NewSlice(in.Base(), in.Line(), macro.tokens).calledAt(call, macro.name))", 1},
	{"lex/input.go", "in.Push(NewSlice(in.Base(), in.Line(), []Token{Make(macroName, macro.name)}))",
		"in.Push(NewSlice(in.Base(), in.Line(), []Token{Make(macroName, macro.name).At(call)}).calledAt(call, macro.name))", 1},
	{"lex/input.go", "in.Push(NewSlice(in.Base(), in.Line(), tokens))",
		"in.Push(NewSlice(in.Base(), in.Line(), tokens).calledAt(call, macro.name))", 1},
	// Twice: in the body of a definition, and in the arguments of a call.
	{"lex/input.go", "Make(tok, in.Stack.Text())", "Make(tok, in.Stack.Text()).At(in.Stack.Where())", 2},

	{"asm/parse.go", "type Parser struct {\n", "type Parser struct {\n\toracle oracle\n", 1},
	{"asm/parse.go", "\tword, cond = p.lex.Text(), \"\"\n",
		"\tword, cond = p.lex.Text(), \"\"\n\tp.oracle.at = p.lex.Where()\n", 1},
	{"asm/parse.go", "lex.Make(tok, p.lex.Text())", "lex.Make(tok, p.lex.Text()).At(p.lex.Where())", 1},
	{"asm/parse.go", "\t\tif p.pseudo(word, operands) {\n",
		"\t\tp.oracleStatement(word, cond)\n\t\tif p.pseudo(word, operands) {\n", 1},
	{"asm/parse.go", "\tp.operand(&addr)\n", "\tp.operand(&addr)\n\tp.oracleOperand(&addr)\n", 1},
	{"asm/parse.go", "\t\t\tp.symbolReference(a, p.qualifySymbol(name), prefix)\n",
		"\t\t\tp.oracle.name = tok\n\t\t\tp.symbolReference(a, p.qualifySymbol(name), prefix)\n", 1},
	{"asm/asm.go", "\tprog.Pc = p.pc\n", "\tprog.Pc = p.pc\n\tp.oracleProg(prog)\n", 1},
}

// instrument writes the changed sources below dir and returns the path of an overlay file that puts
// them in the place of those of goroot, which stays as it is.
func instrument(goroot, dir string) (string, error) {
	internal := filepath.Join(goroot, "src", "cmd", "asm", "internal")
	texts := map[string]string{}
	for _, e := range edits {
		if _, ok := texts[e.file]; !ok {
			text, err := os.ReadFile(filepath.Join(internal, e.file))
			if err != nil {
				return "", err
			}
			texts[e.file] = string(text)
		}
		if n := strings.Count(texts[e.file], e.anchor); n != e.count {
			return "", fmt.Errorf("%s: found %d times, want %d: %q",
				filepath.Join(internal, e.file), n, e.count, e.anchor)
		}
		texts[e.file] = strings.ReplaceAll(texts[e.file], e.anchor, e.with)
	}
	for _, pkg := range []string{"lex", "asm"} {
		hook, err := sources.ReadFile("hooks/" + pkg + ".go.txt")
		if err != nil {
			return "", err
		}
		texts[pkg+"/untether.go"] = string(hook)
	}
	replace := map[string]string{}
	for name, text := range texts {
		file := filepath.Join(dir, strings.ReplaceAll(name, "/", "_"))
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return "", err
		}
		replace[filepath.Join(internal, name)] = file
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, overlay, 0o666)
}
