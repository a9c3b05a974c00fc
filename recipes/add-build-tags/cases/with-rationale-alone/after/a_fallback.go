//go:build go1.23

package m

func gcount() int32 {
	panic("example.com/m.gcount: this release of Go is not known to link runtime.gcount")
}
