//go:build !cgo && linux

// Command fakecgo prints where the two entry points of the package ended up.
package main

import "example.com/fakecgo/internal/fakecgo"

func main() {
	println("crosscall2", fakecgo.Crosscall2())
	println("setg_trampoline", fakecgo.SetGTrampoline())
}
