package p; import _ "un\x73afe"
//go:linkname d runtime.d
func d()
