// Buildoracle asks go/build which files belong to which build.
//
//	buildoracle DIR <contexts >answers
//
// Each line of standard input is a context: GOOS/GOARCH, 0 or 1 for cgo, and build tags with commas between ("-" for
// none). The answer begins with "#release N", one "#tooltags GOOS/GOARCH TAG…" line per target, and has one line per
// .go, .s and .h file below DIR: its path, a tab, and one digit per context, 1 if go/build takes the file.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"go/build"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const toolTagsOnly = "-tooltags"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: buildoracle DIR <contexts")
	}
	if os.Args[1] == toolTagsOnly {
		fmt.Println(strings.Join(build.Default.ToolTags, " "))
		return
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "#release %d\n", len(build.Default.ReleaseTags))
	contexts, err := readContexts(os.Stdin, out)
	if err != nil {
		log.Fatal(err)
	}
	if err := answer(os.Args[1], contexts, out); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func readContexts(in io.Reader, out io.Writer) ([]*build.Context, error) {
	toolTags := map[string][]string{}
	var contexts []*build.Context
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			return nil, fmt.Errorf("bad context: %s", lines.Text())
		}
		goos, goarch, _ := strings.Cut(fields[0], "/")
		if _, ok := toolTags[fields[0]]; !ok {
			tags, err := askToolTags(goos, goarch)
			if err != nil {
				return nil, err
			}
			toolTags[fields[0]] = tags
			fmt.Fprintf(out, "#tooltags %s %s\n", fields[0], strings.Join(tags, " "))
		}
		context := build.Default
		context.GOOS, context.GOARCH = goos, goarch
		context.CgoEnabled = fields[1] == "1"
		context.ToolTags = toolTags[fields[0]]
		context.BuildTags = nil
		if fields[2] != "-" {
			context.BuildTags = strings.Split(fields[2], ",")
		}
		contexts = append(contexts, &context)
	}
	return contexts, lines.Err()
}

// askToolTags runs this program anew for a target: the tags are fixed when a program starts.
func askToolTags(goos, goarch string) ([]string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	command := exec.Command(self, toolTagsOnly)
	command.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	tags, err := command.Output()
	return strings.Fields(string(tags)), err
}

func answer(root string, contexts []*build.Context, out io.Writer) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if extension := filepath.Ext(path); !entry.Type().IsRegular() ||
			extension != ".go" && extension != ".s" && extension != ".h" {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\t%s\n", filepath.ToSlash(relative), digits(path, content, contexts))
		return nil
	})
}

func digits(path string, content []byte, contexts []*build.Context) string {
	var digits strings.Builder
	for _, context := range contexts {
		context.OpenFile = func(name string) (io.ReadCloser, error) {
			if name != path {
				return nil, errors.New("go/build opens another file: " + name)
			}
			return io.NopCloser(bytes.NewReader(content)), nil
		}
		match, _ := context.MatchFile(filepath.Dir(path), filepath.Base(path))
		if match {
			digits.WriteByte('1')
		} else {
			digits.WriteByte('0')
		}
	}
	return digits.String()
}
