// Command pruned imports modules that lean on the runtime, at versions of 2024.
package main

import (
	"fmt"

	"github.com/bytedance/sonic"
	"github.com/ebitengine/purego"
	"github.com/goccy/go-json"
	"github.com/klauspost/cpuid/v2"
)

func main() {
	fmt.Println(sonic.Valid(nil), json.Valid(nil), cpuid.CPU.PhysicalCores, purego.RTLD_NOW)
}
