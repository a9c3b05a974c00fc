package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The order in which the tables are written.
var tableNames = []string{"refs", "progs", "files"}

var tableHeaders = map[string]string{
	"refs":  "file\tgoarch\tline\tfunction\tsymbol\tabi\tkind\torigin\tmacro\tcolumn",
	"progs": "file\tgoarch\tline\tcolumn\tfunction\tpc\tword\topcode\torigin\tmacro\ttarget",
	"files": "file\tgoarch\tpackage\tvariant\tstatus\tdefines\tgo_asm",
}

func isTable(name string) bool { return slices.Contains(tableNames, name) }

// A table is a set of rows under a header.
type table struct {
	header string
	rows   []string
}

func newTables() map[string]*table {
	tables := map[string]*table{}
	for _, name := range tableNames {
		tables[name] = &table{header: tableHeaders[name]}
	}
	return tables
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, strings.Join(cells, "\t")) }

// bytes returns the table as text: sorted by file and then by the numbers and words of the row,
// each row once. (A macro that calls a macro twice refers twice from one place to one symbol.)
func (t *table) bytes() []byte {
	type row struct {
		file, line string
		text       string
	}
	rows := make([]row, len(t.rows))
	for i, text := range t.rows {
		cells := strings.SplitN(text, "\t", 4)
		rows[i] = row{cells[0], cells[2], text}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if c := strings.Compare(a.file, b.file); c != 0 {
			return c
		}
		// Line numbers of different length; for files.tsv, where it is a package, any order is good.
		if c := len(a.line) - len(b.line); c != 0 {
			return c
		}
		return strings.Compare(a.line, b.line)
	})
	var out strings.Builder
	out.WriteString(t.header + "\n")
	last := map[string]bool{}
	for i, r := range rows {
		if i == 0 || rows[i-1].file != r.file {
			clear(last)
		}
		if !last[r.text] {
			last[r.text] = true
			out.WriteString(r.text + "\n")
		}
	}
	return []byte(out.String())
}

// collect reads what the hooks wrote about one file.
func (a assembly) collect(j job, status, refs, progs string) error {
	dir, err := filepath.Rel(filepath.Join(a.goroot, "src"), j.dir)
	if err != nil {
		return err
	}
	// The place of a header is the name in its #include, of which there is no better one: it is
	// found by a search.
	name := func(file string) string {
		if file == j.file {
			return filepath.ToSlash(filepath.Join(dir, file))
		}
		return file
	}
	err = eachRow(refs, 11, func(c []string) {
		origin := name(c[7]) + ":" + c[8] + ":" + c[9]
		a.tables["refs"].add(name(c[0]), a.goarch, c[1], c[3], c[4], c[5], c[6], origin, c[10], c[2])
	})
	if err != nil {
		return err
	}
	err = eachRow(progs, 12, func(c []string) {
		origin := name(c[7]) + ":" + c[8] + ":" + c[9]
		a.tables["progs"].add(name(c[0]), a.goarch, c[1], c[2], c[3], c[4], c[5], c[6], origin, c[10], c[11])
	})
	if err != nil {
		return err
	}
	header := ""
	if j.needsHeader() && !j.lenient {
		header = filepath.Join(a.headers, j.pkg, "go_asm.h")
	}
	a.tables["files"].add(name(j.file), a.goarch, j.pkg, j.variant.name, status, defines(j.args), header)
	return nil
}

// defines returns the macros that the command line sets.
func defines(args []string) string {
	var names []string
	for i, arg := range args {
		if arg == "-D" && i+1 < len(args) {
			names = append(names, args[i+1])
		} else if d, ok := strings.CutPrefix(arg, "-D="); ok {
			names = append(names, d)
		}
	}
	return strings.Join(names, ",")
}

// eachRow calls f with the cells of each row of a file the hooks wrote.
func eachRow(file string, cells int, f func(cells []string)) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if line == "" {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != cells {
			return fmt.Errorf("the assembler wrote %d cells, want %d: %q", len(row), cells, line)
		}
		f(row)
	}
	return nil
}

// publish copies the tables of a target to a directory under names that say what they are.
func publish(dir, out, version string, t target) error {
	names := map[string]string{"refs": "asm-refs", "progs": "progs", "files": "files"}
	for table, name := range names {
		text, err := os.ReadFile(filepath.Join(dir, table+".tsv"))
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(out, fmt.Sprintf("%s-%s-%s.tsv", name, version, t)), text); err != nil {
			return err
		}
	}
	return nil
}

// writeFile writes a file under another name first, so that nobody sees a part of it.
func writeFile(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(file), "part-")
	if err != nil {
		return err
	}
	if _, err := part.Write(text); err != nil {
		part.Close()
		os.Remove(part.Name())
		return err
	}
	if err := part.Close(); err != nil {
		return err
	}
	if err := os.Chmod(part.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(part.Name(), file)
}
