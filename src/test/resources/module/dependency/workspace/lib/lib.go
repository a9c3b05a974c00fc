// Package lib is the other module of a workspace.
package lib

import "github.com/klauspost/cpuid/v2"

// Cores counts the cores.
func Cores() int { return cpuid.CPU.PhysicalCores }
