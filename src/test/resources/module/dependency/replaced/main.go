// Command replaced takes modules from other places than their paths say.
package main

import (
	"fmt"

	"example.com/local"
	"github.com/ebitengine/purego"
	"github.com/klauspost/cpuid/v2"
)

func main() {
	fmt.Println(local.Fast(), cpuid.CPU.PhysicalCores, purego.RTLD_NOW)
}
