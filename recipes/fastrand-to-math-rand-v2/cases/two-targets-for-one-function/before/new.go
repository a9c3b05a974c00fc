//go:build go1.22

package a

import _ "unsafe"

//go:linkname number runtime.cheaprand
