package main

import _ "unsafe"

//go:linkname erase runtime.secretEraseRegistersMcall
func erase()

func run()

func main() {
	erase()
	run()
}
