//go:build linux && go1.21

package m

import _ "unsafe"

//go:linkname afterD runtime.gcount
func afterD() int32
