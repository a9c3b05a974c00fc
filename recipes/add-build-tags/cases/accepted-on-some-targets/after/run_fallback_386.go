//go:build go1.28

package m

func mcall(fn func(uintptr)) {
	panic("example.com/m.mcall: this release of Go is not known to link runtime.mcall")
}
