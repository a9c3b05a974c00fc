package p

import "fmt"

var raw = `
//go:linkname text runtime.text
`

func write(name string) string {
	return fmt.Sprintf("//go:linkname libc_%s libc_%s\n", name, name) + raw
}
