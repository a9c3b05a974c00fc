//go:build go1.22 && !go1.23

package m

import "unsafe"

//go:linkname coroswitch runtime.coroswitch
func coroswitch(c unsafe.Pointer)
