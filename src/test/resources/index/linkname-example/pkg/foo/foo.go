// pkg/foo/foo.go

package foo

import (
	"fmt"
	_ "unsafe"
)

// foo is what package bar borrows. It is not exported, so a reader of
// this file alone would take it for dead code; the directive below, in
// the form with one argument, tells them otherwise.
//
// The compiler honours the directive only because this file imports
// package unsafe; an import in another file of the package would not
// do.

//go:linkname foo
func foo() {
	fmt.Println("called: foo")
}
