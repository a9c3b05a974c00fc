// Package local takes the place of a module that nobody published.
package local

import "golang.org/x/sys/cpu"

// Fast tells whether the processor has AVX.
func Fast() bool { return cpu.X86.HasAVX }
