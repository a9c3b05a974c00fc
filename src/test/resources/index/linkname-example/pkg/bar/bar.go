// pkg/bar/bar.go

package bar

import (
	"fmt"
	_ "linkname-example/pkg/foo" // to have foo linked at all
	_ "unsafe"                   // for the directive
)

// f has no body here; the linker puts foo's in its place.
//
//go:linkname f linkname-example/pkg/foo.foo
func f()

// Bar calls the borrowed function.
func Bar() {
	fmt.Println("called: Bar")
	f()
}
