//go:build !go1.27

package m

import _ "unsafe"

//go:linkname systemstack runtime.systemstack
func systemstack(fn func())
