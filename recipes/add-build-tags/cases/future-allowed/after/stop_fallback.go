//go:build go1.23

package m

func schedinit() {
	panic("example.com/m.schedinit: this release of Go is not known to link runtime.schedinit")
}
