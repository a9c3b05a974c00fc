//go:linkname early runtime.early

package p

import _ "unsafe"

func early() int
