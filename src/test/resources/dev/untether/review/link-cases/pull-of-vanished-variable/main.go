package main

import _ "unsafe"

//go:linkname hex encoding/json.hex
var hex string

func main() { println(hex) }
