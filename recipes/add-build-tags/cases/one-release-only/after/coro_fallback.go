//go:build !go1.22 || go1.23

package m

import "unsafe"

func coroswitch(c unsafe.Pointer) {
	panic("example.com/m.coroswitch: this release of Go is not known to link runtime.coroswitch")
}
