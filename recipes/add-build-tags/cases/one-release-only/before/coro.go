package m

import "unsafe"

//go:linkname coroswitch runtime.coroswitch
func coroswitch(c unsafe.Pointer)
