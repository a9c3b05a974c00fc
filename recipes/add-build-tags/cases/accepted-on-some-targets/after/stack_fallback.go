//go:build go1.27

package m

func systemstack(fn func()) {
	panic("example.com/m.systemstack: this release of Go is not known to link runtime.systemstack")
}
