//go:build amd64

package main

import _ "unsafe"

//go:linkname erase runtime.secretEraseRegistersMcall
func erase()

func other()

func main() {
	erase()
	other()
}
