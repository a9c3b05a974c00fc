//go:build go1.28

package m

func cheaprand() uint32 {
	panic("example.com/m.cheaprand: this release of Go is not known to link runtime.cheaprand")
}
